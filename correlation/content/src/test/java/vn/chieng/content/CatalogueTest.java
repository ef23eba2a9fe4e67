package vn.chieng.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.SigmaRule;

/** The page of documentation that lists the shipped rules says what the rules say. */
class CatalogueTest {
    private static final String PAGE = "docs/formats/shipped-rules.md";
    private static final String BEGIN = "<!-- the rest of this page is written by CatalogueTest -->\n";

    @Test
    void thePageListsTheRulesAsTheyAre() throws IOException {
        Path page = root().resolve(PAGE);
        String text = Files.readString(page);
        String head = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String expected =
                head + tables(RuleSet.load(ShippedRules.sigma()).rules().rules());

        Files.writeString(Path.of("target", "shipped-rules.md"), expected);

        assertThat(text)
                .as("copy correlation/content/target/shipped-rules.md to " + PAGE)
                .isEqualTo(expected);
    }

    private static String tables(List<SigmaRule> rules) {
        return "\n## By log source\n\n| log source | rules |\n|---|---:|\n"
                + counts(rules.stream().map(rule -> logSource(rule.logSource())))
                + "\n## By ATT&CK tactic\n\nA rule may serve several.\n\n| tactic | rules |\n|---|---:|\n"
                + counts(rules.stream()
                        .flatMap(rule -> rule.tags().stream().filter(CatalogueTest::isTactic))
                        .map(tag -> tag.substring("attack.".length())))
                + "\n## By level\n\n| level | rules |\n|---|---:|\n"
                + counts(rules.stream().map(rule -> rule.level().code()))
                + "\n## All " + rules.size() + "\n\n"
                + "| no. | rule | level | log source | techniques | title | tiêu đề |\n|---|---|---|---|---|---|---|\n"
                + rules.stream()
                        .sorted(Comparator.comparing(SigmaRule::id))
                        .map(CatalogueTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(SigmaRule rule) {
        String techniques = rule.tags().stream()
                .filter(tag -> tag.matches("attack\\.t\\d.*"))
                .map(tag -> tag.substring("attack.".length()).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String number = rule.id().substring(rule.id().length() - 2);
        return "| " + number + " | `" + RuleCase.name(rule) + "` | "
                + rule.level().code() + " | "
                + logSource(rule.logSource()) + " | " + techniques + " | " + rule.title() + " | " + rule.titleVi()
                + " |\n";
    }

    private static boolean isTactic(String tag) {
        return tag.matches("attack\\.[a-z]+(-[a-z]+)*");
    }

    private static String logSource(LogSource source) {
        return Stream.of(source.product(), source.service(), source.category())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String counts(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |\n")
                .collect(Collectors.joining());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(PAGE))) {
            folder = Objects.requireNonNull(folder.getParent(), "no " + PAGE + " above the working directory");
        }
        return folder;
    }
}
