package vn.chieng.api.rules.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.rules.ReadRule;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleKind;
import vn.chieng.api.rules.RuleStore;
import vn.chieng.api.rules.RuleTexts;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.yaml.Position;
import vn.chieng.sigma.yaml.RuleIssue;

/** Compares the rules of an upload with those that are there; writes nothing. */
@Component
final class ImportPlanner {
    private static final int MOST_MESSAGE = 500;
    private static final int MOST_ISSUES = 50;
    private static final int MOST_NAME = 300;

    private final RuleTexts texts;
    private final RuleStore store;

    ImportPlanner(RuleTexts texts, RuleStore store) {
        this.texts = texts;
        this.store = store;
    }

    /** What the upload comes to, every rule of it, in its order. */
    List<ImportItem> plan(Unpacked.Files files, IntConsumer progress) {
        List<Found> found = new ArrayList<>();
        for (String name : files.refused()) {
            found.add(new Found(cut(name), refused("the name leads out of the archive, or too deep")));
        }
        int done = 0;
        for (RuleFile file : files.files()) {
            found.addAll(found(file));
            progress.accept(++done);
        }
        Set<String> ids = found.stream().map(Found::id).filter(id -> id != null).collect(Collectors.toSet());
        Map<String, Rule> known = store.find(ids);
        Map<String, String> first = new HashMap<>();
        List<ImportItem> items = new ArrayList<>(found.size());
        for (Found each : found) {
            items.add(item(items.size(), each, known, first));
        }
        return items;
    }

    private record Found(String file, ReadRule read) {
        @Nullable
        String id() {
            return read instanceof ReadRule.Sound sound ? sound.rule().id() : null;
        }
    }

    private List<Found> found(RuleFile file) {
        String name = cut(file.path());
        return RuleDocuments.text(file.content())
                .map(text -> RuleDocuments.split(text).stream()
                        .map(document -> new Found(name, texts.read(name, document)))
                        .toList())
                .orElseGet(() -> List.of(new Found(name, refused("the file is not UTF-8"))));
    }

    private static ReadRule refused(String message) {
        return new ReadRule.Refused(List.of(new RuleIssue("", Position.START, message)));
    }

    private static ImportItem item(int place, Found found, Map<String, Rule> known, Map<String, String> first) {
        return switch (found.read()) {
            case ReadRule.Refused(List<RuleIssue> issues) -> ImportItem.refused(place, found.file(), issues(issues));
            case ReadRule.Sound sound -> item(place, found.file(), sound, known, first);
        };
    }

    private static ImportItem item(
            int place, String file, ReadRule.Sound sound, Map<String, Rule> known, Map<String, String> first) {
        SigmaRule rule = sound.rule();
        String earlier = first.putIfAbsent(rule.id(), file);
        if (earlier != null) {
            return refused(place, file, rule, "the id " + rule.id() + " is taken by " + earlier);
        }
        Rule before = known.get(rule.id());
        if (before != null && before.kind() != RuleKind.IMPORTED) {
            return refused(
                    place,
                    file,
                    rule,
                    "the id " + rule.id() + " belongs to a rule of kind "
                            + before.kind().code() + ", which an import does not change");
        }
        ImportItem.Verdict verdict = before == null
                ? ImportItem.Verdict.ADDED
                : before.textHash().equals(sound.hash()) ? ImportItem.Verdict.UNCHANGED : ImportItem.Verdict.CHANGED;
        return new ImportItem(
                place,
                verdict,
                file,
                rule.id(),
                rule.title(),
                rule.level(),
                rule.status(),
                rule.logSource(),
                sound.missing(),
                List.of(),
                sound.text());
    }

    private static ImportItem refused(int place, String file, SigmaRule rule, String message) {
        return ImportItem.refused(
                place,
                file,
                List.of(new ImportItem.Issue(
                        rule.position().line(), rule.position().column(), message)));
    }

    private static List<ImportItem.Issue> issues(List<RuleIssue> issues) {
        return issues.stream()
                .limit(MOST_ISSUES)
                .map(issue -> new ImportItem.Issue(
                        issue.position().line(), issue.position().column(), cut(issue.message(), MOST_MESSAGE)))
                .toList();
    }

    private static String cut(String name) {
        return cut(name, MOST_NAME);
    }

    private static String cut(String text, int most) {
        String typed = Typed.text(text);
        return typed.substring(0, Math.min(typed.length(), most));
    }
}
