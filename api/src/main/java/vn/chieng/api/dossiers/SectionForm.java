package vn.chieng.api.dossiers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.chieng.api.dossiers.content.SectionContent;

/** The form of a section: {@code f.<field>} for texts, {@code c.<row>.<column>} for cells, {@code drop} for rows to take away. */
final class SectionForm {
    private static final Pattern FIELD = Pattern.compile("f\\.([a-z0-9-]{1,60})");
    private static final Pattern CELL = Pattern.compile("c\\.([a-z0-9-]{1,60})\\.([a-z0-9-]{1,60})");

    private SectionForm() {}

    static DossierWriting.Typed read(MultiValueMap<String, String> form) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            String value = values.isEmpty() ? "" : composed(values.getFirst());
            Matcher field = FIELD.matcher(name);
            Matcher cell = CELL.matcher(name);
            if (field.matches()) {
                texts.put(field.group(1), value);
            } else if (cell.matches()) {
                rows.computeIfAbsent(cell.group(1), _ -> new LinkedHashMap<>()).put(cell.group(2), value);
            }
        });
        Set<String> dropped = new LinkedHashSet<>(form.getOrDefault("drop", List.of()));
        List<SectionContent.Row> typed = new ArrayList<>();
        rows.forEach((key, cells) -> typed.add(new SectionContent.Row(key, dropped.contains(key) ? Map.of() : cells)));
        return new DossierWriting.Typed(version(form.getFirst("version")), texts, typed, done(form.getFirst("done")));
    }

    private static @Nullable Boolean done(@Nullable String typed) {
        return typed == null ? null : typed.equals("true");
    }

    private static int version(@Nullable String typed) {
        try {
            return typed == null ? 0 : Integer.parseInt(typed);
        } catch (NumberFormatException _) {
            return -1; // no version has this number, so the save is refused
        }
    }

    private static String composed(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String text = Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
        return text.substring(0, Math.min(text.length(), SectionContent.MOST_TEXT));
    }
}
