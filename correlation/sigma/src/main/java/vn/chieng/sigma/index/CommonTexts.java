package vn.chieng.sigma.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Knows what events are full of, such as the folders of a system, by runs of four letters. */
final class CommonTexts {
    private static final String SHIPPED = "common-texts.txt";
    private static final int RUN = 4;

    private final Set<String> runs = new HashSet<>();

    /** Texts in lower case. */
    CommonTexts(List<String> texts) {
        for (String text : texts) {
            for (int i = 0; i + RUN <= text.length(); i++) {
                runs.add(text.substring(i, i + RUN));
            }
        }
    }

    /** The texts that ship with the matcher. */
    static CommonTexts shipped() {
        InputStream found = Objects.requireNonNull(CommonTexts.class.getResourceAsStream(SHIPPED), SHIPPED);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return new CommonTexts(
                    lines.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many letters of a folded text belong to nothing common. */
    int rareLetters(String text) {
        int rare = 0;
        int commonUntil = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i + RUN <= text.length() && runs.contains(text.substring(i, i + RUN))) {
                commonUntil = i + RUN;
            }
            rare += i < commonUntil ? 0 : 1;
        }
        return rare;
    }
}
