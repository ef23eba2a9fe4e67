package vn.chieng.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Event;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.SigmaRule;

/**
 * One event beside a rule and the names of all shipped rules that must match it. Those are the rule itself for its
 * {@code match.ndjson}, none for its {@code nomatch.ndjson}, and what {@code also.txt} adds by kind and number of the line.
 */
record RuleCase(String line, Set<String> expected) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Which of the two files of a rule. */
    enum Kind {
        MATCH,
        NOMATCH;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<RuleCase> of(String rule, Kind kind) throws IOException {
        List<String> also = lines(rule, "also.txt").stream()
                .filter(entry -> entry.startsWith(kind.code() + " "))
                .toList();
        List<RuleCase> cases = new ArrayList<>();
        List<String> events = lines(rule, kind.code() + ".ndjson");
        int used = 0;
        for (int i = 0; i < events.size(); i++) {
            Set<String> expected = new TreeSet<>();
            if (kind == Kind.MATCH) {
                expected.add(rule);
            }
            String prefix = kind.code() + " " + (i + 1) + " ";
            for (String entry : also) {
                if (entry.startsWith(prefix)) {
                    expected.add(entry.substring(prefix.length()));
                    used++;
                }
            }
            cases.add(new RuleCase(events.get(i), expected));
        }
        if (used != also.size()) {
            throw new IllegalStateException(rule + "/also.txt names a line that " + kind.code() + ".ndjson has not");
        }
        return cases;
    }

    Event event() {
        return new Event(JSON.readValue(line, new TypeReference<Map<String, @Nullable Object>>() {}));
    }

    Set<String> matched(RuleSet rules) {
        Set<String> names = new TreeSet<>();
        rules.match(event()).forEach(rule -> names.add(name(rule)));
        return names;
    }

    static String name(SigmaRule rule) {
        return rule.file().replaceAll(".*/|\\.yml", "");
    }

    private static List<String> lines(String rule, String file) throws IOException {
        String resource = "/sigma/" + rule + "/" + file;
        try (InputStream in = RuleCase.class.getResourceAsStream(resource)) {
            if (in == null && file.equals("also.txt")) {
                return List.of();
            }
            byte[] bytes = Objects.requireNonNull(in, "no " + resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
