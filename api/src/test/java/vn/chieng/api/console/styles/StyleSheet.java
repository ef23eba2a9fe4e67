package vn.chieng.api.console.styles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules in their order, as their author minified them. */
record StyleSheet(List<Rule> rules) {
    private static final Pattern CLASS = Pattern.compile("\\.(-?[_a-zA-Z][\\w-]*)");
    private static final Pattern TEXT = Pattern.compile("/\\*.*?\\*/|\"[^\"]*\"|'[^']*'", Pattern.DOTALL);
    private static final Pattern WITHIN = Pattern.compile(":(?:not|is|where|has)\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)");
    private static final String MOTION = "@keyframes ";

    /** A rule, or what is said of the whole sheet. */
    sealed interface Rule {
        String text();
    }

    /** {@code @charset "UTF-8"}. */
    record Statement(String text) implements Rule {}

    /** Selectors and what they set, or names of motions and of properties. */
    record Block(String head, String body) implements Rule {
        @Override
        public String text() {
            return head + "{" + body + "}";
        }
    }

    /** Rules for some media. */
    record Group(String head, StyleSheet inner) implements Rule {
        @Override
        public String text() {
            return head + "{" + inner.text() + "}";
        }
    }

    static StyleSheet read(String css) {
        List<Rule> rules = new ArrayList<>();
        int start = 0;
        while (start < css.length()) {
            int mark = Marks.next(css, start, "{;");
            if (mark == css.length()) {
                break;
            }
            String head = css.substring(start, mark);
            if (css.charAt(mark) == ';') {
                rules.add(new Statement(head + ";"));
                start = mark + 1;
            } else {
                int end = Marks.next(css, mark + 1, "}");
                String body = css.substring(mark + 1, end);
                rules.add(head.startsWith("@media") ? new Group(head, read(body)) : new Block(head, body));
                start = end + 1;
            }
        }
        return new StyleSheet(rules);
    }

    /** What is left when only these classes are used, and only motions that are named. */
    StyleSheet of(Predicate<String> used) {
        StyleSheet chosen = chosen(used);
        return new StyleSheet(chosen.rules.stream()
                .filter(rule -> !(rule instanceof Block block)
                        || !block.head.startsWith(MOTION)
                        || chosen.names(block.head.substring(MOTION.length()).strip()))
                .toList());
    }

    private boolean names(String motion) {
        return rules.stream().anyMatch(rule -> rule instanceof Block block && block.body.contains(motion));
    }

    private StyleSheet chosen(Predicate<String> used) {
        List<Rule> chosen = new ArrayList<>();
        for (Rule rule : rules) {
            switch (rule) {
                case Statement statement -> chosen.add(statement);
                case Group(String head, StyleSheet inner) -> {
                    StyleSheet left = inner.chosen(used);
                    if (!left.rules.isEmpty()) {
                        chosen.add(new Group(head, left));
                    }
                }
                case Block(String head, String body) -> {
                    String selectors = head.startsWith("@") ? head : selectors(head, used);
                    if (!selectors.isEmpty()) {
                        chosen.add(new Block(selectors, body));
                    }
                }
            }
        }
        return new StyleSheet(chosen);
    }

    private static String selectors(String head, Predicate<String> used) {
        List<String> kept = new ArrayList<>();
        int start = 0;
        while (start <= head.length()) {
            int end = Marks.next(head, start, ",");
            String selector = head.substring(start, end);
            if (classes(selector).stream().allMatch(used)) {
                kept.add(selector);
            }
            start = end + 1;
        }
        return String.join(",", kept);
    }

    /** Those that an element must have; what stands in {@code :not()} and its like does not count. */
    private static Set<String> classes(String selector) {
        String bare = TEXT.matcher(selector).replaceAll("");
        Matcher classes = CLASS.matcher(WITHIN.matcher(bare).replaceAll(""));
        return classes.results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    String text() {
        return rules.stream().map(Rule::text).collect(Collectors.joining());
    }
}
