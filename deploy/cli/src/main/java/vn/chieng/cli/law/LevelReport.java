package vn.chieng.cli.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.levels.LevelProposal;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.LawPack;

/** Says of each system which level the pack gives it, by which criteria, and what is still unknown. */
public final class LevelReport {
    private final LawPack pack;
    private final Set<String> askedElsewhere;
    private final Language language;
    private final CitationWords citations;
    private final Consumer<String> out;
    private final Consumer<String> problems;

    /** {@code askedElsewhere} are inputs of other packs: an answer to one of them is passed over and not wrong. */
    public LevelReport(
            LawPack pack,
            Set<String> askedElsewhere,
            Language language,
            Consumer<String> out,
            Consumer<String> problems) {
        this.pack = pack;
        this.askedElsewhere = Set.copyOf(askedElsewhere);
        this.language = language;
        this.citations = new CitationWords(pack, language);
        this.out = out;
        this.problems = problems;
    }

    /** Whether every system could be classified as described. */
    public boolean print(SystemsFile file) {
        boolean sound = true;
        out.accept(language.say("level.pack", language.of(pack.head().title()), pack.version()));
        for (SystemsFile.Described system : file.systems()) {
            sound &= print(system);
        }
        return sound;
    }

    private boolean print(SystemsFile.Described system) {
        Map<String, Object> values = new LinkedHashMap<>();
        Set<String> passedOver = new TreeSet<>();
        system.answers().forEach((input, answer) -> {
            if (pack.classification().input(input) == null && askedElsewhere.contains(input)) {
                passedOver.add(input);
            } else {
                values.put(input, answer.value());
            }
        });
        AnswersToFacts read = AnswersToFacts.read(pack.classification().inputs(), values);
        for (AnswersToFacts.Wrong wrong : read.wrong()) {
            SystemsFile.Answer answer = system.answers().get(wrong.input());
            problems.accept((answer == null ? "" : answer.place()) + ": "
                    + language.say("wrong." + wrong.why(), wrong.input()));
        }
        if (!read.wrong().isEmpty()) {
            return false;
        }
        out.accept("");
        out.accept(system.id() + "  " + system.name());
        print(new LevelProposal(pack).propose(read.facts()));
        if (!passedOver.isEmpty()) {
            line("level.passed-over", String.join(", ", passedOver));
        }
        return true;
    }

    private void print(Classified classified) {
        switch (classified) {
            case Classified.Excluded excluded ->
                excluded.by()
                        .forEach(rule -> line(
                                "level.excluded",
                                language.of(rule.reason()),
                                rule.id(),
                                citations.of(rule.basis().cite())));
            case Classified.Undetermined undetermined -> {
                line("level.undetermined");
                missing(undetermined.missing());
            }
            case Classified.Proposed proposed -> print(proposed);
        }
    }

    private void print(Classified.Proposed proposed) {
        line(
                "level.level",
                String.valueOf(proposed.level().number()),
                language.of(proposed.level().harm()));
        for (Classification.Criterion criterion : proposed.fired()) {
            boolean decides = criterion.level() == proposed.level().number();
            line(
                    decides ? "level.decides" : "level.met",
                    String.valueOf(criterion.level()),
                    citations.of(criterion.basis().cite()),
                    language.of(criterion.reason()),
                    criterion.id());
        }
        proposed.flags()
                .forEach(flag -> line(
                        "level.flag",
                        language.of(flag.label()),
                        citations.of(flag.basis().cite())));
        for (Classified.CounterWarning warning : proposed.warnings()) {
            line(
                    "level.counter",
                    language.of(warning.counter().label()),
                    String.valueOf(warning.value()),
                    String.valueOf(warning.counter().limit()));
        }
        missing(proposed.missing());
    }

    private void missing(Set<String> inputs) {
        if (!inputs.isEmpty()) {
            line("level.missing", String.join(", ", List.copyOf(new TreeSet<>(inputs))));
        }
    }

    private void line(String key, Object... arguments) {
        out.accept("  " + language.say(key, arguments));
    }
}
