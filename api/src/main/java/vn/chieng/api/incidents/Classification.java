package vn.chieng.api.incidents;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people say an incident is.
 *
 * @param group of the law pack's groups
 * @param techniques ATT&CK techniques that a person added: {@code T1110.001}
 * @param answers to the law pack's questions, by input
 * @param lawPack the pack and version that asked them
 * @param systemId the system it is about
 */
public record Classification(
        @Nullable String group,
        List<String> techniques,
        Tlp tlp,
        Pap pap,
        Map<String, String> answers,
        @Nullable String lawPack,
        @Nullable UUID systemId) {

    /** Most techniques a person can add. */
    public static final int MOST_TECHNIQUES = 50;

    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(\\.\\d{3})?");

    public Classification {
        techniques = List.copyOf(techniques);
        answers = Map.copyOf(answers);
        if (techniques.size() > MOST_TECHNIQUES
                || !techniques.stream().allMatch(each -> TECHNIQUE.matcher(each).matches())) {
            throw new IllegalArgumentException("techniques");
        }
    }

    /** Techniques typed in a line, in capitals, each once. */
    public static List<String> techniques(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? List.of()
                : Stream.of(typed.strip().toUpperCase(java.util.Locale.ROOT).split("[\\s,;]+", -1))
                        .distinct()
                        .toList();
    }
}
