package vn.chieng.api.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a dossier: its frame, its level, which optional parts apply, and what each part's fields hold.
 *
 * @param subject what the dossier is about: its systems by name
 * @param skipped ids of parts of this level that do not apply here, because their condition does not hold
 * @param parts by the id of a part, what its fields hold by their keys
 * @param annexes the files that are enclosed
 */
public record DossierPaper(
        FormFrame frame,
        String subject,
        int level,
        Set<String> skipped,
        Map<String, Map<String, FormValue>> parts,
        List<String> annexes) {

    public DossierPaper {
        skipped = Set.copyOf(skipped);
        parts = Map.copyOf(parts);
        annexes = List.copyOf(annexes);
    }

    Optional<FormValue> value(String part, String field) {
        return Optional.ofNullable(parts.getOrDefault(part, Map.of()).get(field))
                .filter(value -> !value.isEmpty());
    }
}
