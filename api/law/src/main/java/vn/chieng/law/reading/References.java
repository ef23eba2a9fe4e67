package vn.chieng.law.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ids that a pack defines and the places that name one, checked against each other at the end. */
final class References {
    private final Map<String, Position> definitions = new HashMap<>();
    private final Map<String, Set<String>> idsBySection = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    private record Reference(String id, List<String> sections, Position position) {}

    void define(String section, String id, Position position, Issues issues) {
        Position earlier = definitions.putIfAbsent(id, position);
        if (earlier != null) {
            issues.add(position, "the id \"" + id + "\" is already used at " + earlier);
        }
        idsBySection.computeIfAbsent(section, _ -> new HashSet<>()).add(id);
    }

    void refer(String id, String[] sections, Position position) {
        references.add(new Reference(id, Arrays.asList(sections), position));
    }

    void check(Issues issues) {
        for (Reference reference : references) {
            boolean known = reference.sections().stream()
                    .anyMatch(section ->
                            idsBySection.getOrDefault(section, Set.of()).contains(reference.id()));
            if (!known) {
                issues.add(
                        reference.position(),
                        "\"" + reference.id() + "\" is not among " + String.join(" or ", reference.sections()));
            }
        }
    }
}
