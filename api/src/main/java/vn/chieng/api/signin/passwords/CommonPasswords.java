package vn.chieng.api.signin.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The passwords that are tried first: the bundled ones, also where letters were replaced by signs and a year or dots added. */
@Component
final class CommonPasswords {
    private static final String FILE = "/signin/common-passwords.txt";
    private static final Map<Character, Character> LOOKALIKES =
            Map.of('@', 'a', '4', 'a', '3', 'e', '0', 'o', '$', 's', '5', 's', '1', 'i', '!', 'i');

    private final Set<String> words;

    CommonPasswords() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            words = lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean holds(String password) {
        String small = password.toLowerCase(Locale.ROOT);
        String core = core(small);
        return words.contains(small)
                || words.contains(core)
                || words.contains(core(spelt(core)))
                || words.contains(core(spelt(small)))
                || monotonous(small);
    }

    /** Without the digits and signs that are put around a word to please a rule. */
    private static String core(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String spelt(String text) {
        var spelt = new StringBuilder(text.length());
        text.chars()
                .forEach(c ->
                        spelt.append(LOOKALIKES.getOrDefault((char) c, (char) c).charValue()));
        return spelt.toString();
    }

    private static boolean monotonous(String text) {
        return text.chars().distinct().count() <= 3;
    }
}
