package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.List;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.SigmaSettings;

/** Asks every item of a rule about an event, without short cuts. */
public final class RuleExplainer {
    static final int MAX_VALUES = 5;
    static final int MAX_LENGTH = 200;

    private final CompiledRules compiled;
    private final SigmaSettings settings;

    public RuleExplainer(CompiledRules compiled, SigmaSettings settings) {
        this.compiled = compiled;
        this.settings = settings;
    }

    /** Explains the rule of this number. */
    public Explanation explain(int number, EventView event) {
        CompiledRules.Rule rule = compiled.rules().get(number);
        EventScan scan = EventScan.forgetting(compiled.slots()).of(event);
        boolean logSourceHolds = compiled.buckets().get(rule.bucket()).streams().stream()
                .map(stream -> compiled.streams().get(stream))
                .anyMatch(stream -> Verdict.of(stream.matcher(), scan) != Verdict.NOT_MATCHED);
        RuleCompiler compiler = new RuleCompiler(
                compiled.slots(), new SharedItems(), rule.rule().logSource(), settings);
        List<Explanation.SearchOutcome> searches = new ArrayList<>();
        rule.detection().searches().forEach((identifier, search) -> {
            List<Explanation.ItemOutcome> items = new ArrayList<>();
            explain(search, rule, compiler, scan, items);
            boolean holds = Verdict.of(compiler.compile(search), scan) == Verdict.MATCHED;
            searches.add(new Explanation.SearchOutcome(identifier, holds, items));
        });
        return new Explanation(rule.rule().id(), logSourceHolds, Verdict.of(rule.matcher(), scan), searches);
    }

    private void explain(
            Search search,
            CompiledRules.Rule rule,
            RuleCompiler compiler,
            EventScan scan,
            List<Explanation.ItemOutcome> items) {
        switch (search) {
            case Search.All(List<Search> parts) -> parts.forEach(part -> explain(part, rule, compiler, scan, items));
            case Search.Any(List<Search> parts) -> parts.forEach(part -> explain(part, rule, compiler, scan, items));
            case Search.Item item -> {
                FieldValue value = value(item, rule, scan);
                boolean holds = Verdict.of(compiler.compile(item), scan) == Verdict.MATCHED;
                Explanation.Outcome outcome = holds
                        ? Explanation.Outcome.TRUE
                        : value.known() ? Explanation.Outcome.FALSE : Explanation.Outcome.ABSENT;
                items.add(new Explanation.ItemOutcome(
                        item.field(), item.position().line(), outcome, texts(value)));
            }
        }
    }

    private FieldValue value(Search.Item item, CompiledRules.Rule rule, EventScan scan) {
        String field = item.field();
        return scan.field(
                field == null
                        ? FieldSlots.KEYWORDS
                        : compiled.slots().slot(field, rule.rule().logSource()));
    }

    private static List<String> texts(FieldValue value) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size() && i < MAX_VALUES; i++) {
            String text = value.scalar(i).text();
            texts.add(text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…");
        }
        return texts;
    }
}
