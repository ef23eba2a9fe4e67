package vn.chieng.api.dossiers.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings together what two people made of the same section; what both changed differently is named and left to a person. */
public record SectionMerge(SectionContent content, List<Clash> clashes) {
    private static final String TEXT = "f.";
    private static final String CELL = "c.";

    public SectionMerge {
        clashes = List.copyOf(clashes);
    }

    /** A field or cell that both changed; {@code place} is the name of its input. */
    public record Clash(String place, String mine, String theirs) {}

    /** Whether nobody has to choose. */
    public boolean clean() {
        return clashes.isEmpty();
    }

    /** Merges both changes of the base; where they clash, the result holds mine. */
    public static SectionMerge of(SectionContent base, SectionContent mine, SectionContent theirs) {
        Map<String, String> before = flat(base);
        Map<String, String> wanted = flat(mine);
        Map<String, String> now = flat(theirs);
        Set<String> places = new LinkedHashSet<>(now.keySet());
        places.addAll(wanted.keySet());
        Map<String, String> merged = new LinkedHashMap<>();
        List<Clash> clashes = new ArrayList<>();
        for (String place : places) {
            String old = before.getOrDefault(place, "");
            String own = wanted.getOrDefault(place, "");
            String other = now.getOrDefault(place, "");
            boolean both = !own.equals(old) && !other.equals(old) && !own.equals(other);
            if (both) {
                clashes.add(new Clash(place, own, other));
            }
            merged.put(place, own.equals(old) ? other : own);
        }
        return new SectionMerge(content(merged), clashes);
    }

    /** The places whose text differs, with before and after. */
    public static List<Clash> differences(SectionContent before, SectionContent after) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        Set<String> places = new LinkedHashSet<>(old.keySet());
        places.addAll(now.keySet());
        return places.stream()
                .filter(place -> !old.getOrDefault(place, "").equals(now.getOrDefault(place, "")))
                .map(place -> new Clash(place, now.getOrDefault(place, ""), old.getOrDefault(place, "")))
                .toList();
    }

    private static Map<String, String> flat(SectionContent content) {
        Map<String, String> flat = new LinkedHashMap<>();
        content.texts().forEach((field, text) -> flat.put(TEXT + field, text));
        content.rows()
                .forEach(row -> row.cells().forEach((column, text) -> flat.put(CELL + row.key() + "." + column, text)));
        return flat;
    }

    private static SectionContent content(Map<String, String> flat) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        flat.forEach((place, text) -> {
            if (place.startsWith(TEXT)) {
                texts.put(place.substring(TEXT.length()), text);
            } else {
                int dot = place.indexOf('.', CELL.length());
                rows.computeIfAbsent(place.substring(CELL.length(), dot), _ -> new LinkedHashMap<>())
                        .put(place.substring(dot + 1), text);
            }
        });
        return new SectionContent(
                texts,
                rows.entrySet().stream()
                        .map(row -> new SectionContent.Row(row.getKey(), row.getValue()))
                        .toList());
    }
}
