package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.IMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9.-]+)[(}]");
    /** What a reader is told by an attribute must come from a bundle, so the plain attribute is not used. */
    private static final Set<String> WORDS_IN_ATTRIBUTES =
            Set.of("title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label");

    private static final Set<String> HTMX = Set.of(
            "hx-get",
            "hx-post",
            "hx-target",
            "hx-swap",
            "hx-trigger",
            "hx-include",
            "hx-push-url",
            "hx-replace-url",
            "hx-select",
            "hx-sync",
            "hx-disabled-elt",
            "hx-indicator",
            "hx-ext",
            "hx-preserve",
            "hx-swap-oob",
            "hx-encoding");

    private static final Pattern FORM = Pattern.compile("<form\\b(?:[^>\"]|\"[^\"]*\")*>");

    private static final Set<String> RAW_OUTPUT = Set.of("th:utext", "th:inline", "th:attr", "th:style");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** Only an address that Thymeleaf writes brings the token without which nothing that is posted is taken. */
    @ParameterizedTest
    @MethodSource("templates")
    void whatIsPostedCarriesItsToken(Path template) throws IOException {
        assertThat(FORM.matcher(Files.readString(template))
                        .results()
                        .map(MatchResult::group)
                        .filter(form -> form.contains("method=\"post\"")))
                .allMatch(form -> form.contains("th:action="));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyWordComesFromABundle(Path template) throws Exception {
        Markup markup = Markup.of(template);
        assertThat(markup.texts)
                .as("literal text")
                .noneMatch(text -> LETTERS.matcher(text).find());
        assertThat(markup.attributes)
                .as("literal words in attributes")
                .noneMatch(attribute -> WORDS_IN_ATTRIBUTES.contains(attribute.name())
                        && LETTERS.matcher(attribute.value()).find());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKeyHasWords(Path template) throws IOException {
        Matcher keys = KEY.matcher(withoutComments(template));
        Set<String> used = new TreeSet<>();
        while (keys.find()) {
            used.add(keys.group(1));
        }
        assertThat(known()).containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingIsInlineOrUnescaped(Path template) throws Exception {
        Markup markup = Markup.of(template);
        assertThat(markup.attributes).noneMatch(attribute -> RAW_OUTPUT.contains(attribute.name()));
        assertThat(markup.attributes)
                .noneMatch(attribute -> attribute.plainName().startsWith("on"));
        assertThat(markup.attributes)
                .noneMatch(attribute -> attribute.plainName().equals("style"));
        assertThat(markup.attributes)
                .noneMatch(attribute -> attribute.value().contains("javascript:")
                        || attribute.value().startsWith("js:"));
        assertThat(markup.elements).doesNotContain("style", "iframe", "object", "embed", "base");
        assertThat(markup.texts).noneMatch(text -> text.contains("[(") || text.contains("[["));
        assertThat(markup.scriptsWithoutSource).isZero();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void htmxIsUsedWithinItsSafePart(Path template) throws Exception {
        assertThat(Markup.of(template).attributes)
                .filteredOn(attribute -> attribute.plainName().matches("(data-)?hx-.*"))
                .allSatisfy(attribute -> {
                    assertThat(HTMX).contains(attribute.plainName());
                    assertThat(attribute.plainName().equals("hx-trigger")
                                    && attribute.value().contains("["))
                            .as("trigger filters need eval")
                            .isFalse();
                });
    }

    /** Parser-level comments are for the people who write templates. */
    private static String withoutComments(Path template) throws IOException {
        return Files.readString(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.filter(each -> each.toString().endsWith("_vi.properties"))
                    .toList()) {
                Properties properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                known.addAll(properties.stringPropertyNames());
            }
        }
        return known;
    }

    private record Attribute(String name, String value) {
        String plainName() {
            return name.startsWith("th:") ? name.substring("th:".length()) : name;
        }
    }

    /** What Thymeleaf's own parser finds in a template. */
    private static final class Markup extends AbstractMarkupHandler {
        private final List<String> texts = new ArrayList<>();
        private final List<Attribute> attributes = new ArrayList<>();
        private final List<String> elements = new ArrayList<>();
        private int scriptsWithoutSource;
        private boolean inScript;
        private boolean hasSource;

        static Markup of(Path template) throws IOException, ParseException {
            Markup markup = new Markup();
            String text = withoutComments(template);
            new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(text, (IMarkupHandler) markup);
            return markup;
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            texts.add(new String(buffer, offset, length).replaceAll("&[a-z]+;", ""));
        }

        @Override
        public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int column) {
            start(new String(buffer, offset, length));
        }

        @Override
        public void handleStandaloneElementStart(
                char[] buffer, int offset, int length, boolean minimized, int line, int column) {
            start(new String(buffer, offset, length));
        }

        @Override
        public void handleOpenElementEnd(char[] buffer, int offset, int length, int line, int column) {
            if (inScript && !hasSource) {
                scriptsWithoutSource++;
            }
        }

        private void start(String element) {
            elements.add(element);
            inScript = element.equals("script");
            hasSource = false;
        }

        @Override
        public void handleAttribute(
                char[] buffer,
                int nameOffset,
                int nameLength,
                int nameLine,
                int nameColumn,
                int operatorOffset,
                int operatorLength,
                int operatorLine,
                int operatorColumn,
                int valueContentOffset,
                int valueContentLength,
                int valueOuterOffset,
                int valueOuterLength,
                int valueLine,
                int valueColumn) {
            String name = new String(buffer, nameOffset, nameLength);
            attributes.add(new Attribute(name, new String(buffer, valueContentOffset, valueContentLength)));
            hasSource |= name.equals("src") || name.equals("th:src");
        }
    }
}
