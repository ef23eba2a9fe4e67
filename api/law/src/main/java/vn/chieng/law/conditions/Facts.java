package vn.chieng.law.conditions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known about a system, dossier or incident, by input; an input that is absent is not known yet. */
public record Facts(Map<String, Fact> byInput) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        byInput = Map.copyOf(byInput);
    }

    public Optional<Fact> of(String input) {
        return Optional.ofNullable(byInput.get(input));
    }

    /** These facts and one more, which takes the place of an earlier one. */
    public Facts with(String input, Fact fact) {
        Map<String, Fact> more = new LinkedHashMap<>(byInput);
        more.put(input, fact);
        return new Facts(more);
    }

    /** These facts and more, which take the places of earlier ones. */
    public Facts with(Map<String, ? extends Fact> facts) {
        Map<String, Fact> more = new LinkedHashMap<>(byInput);
        more.putAll(facts);
        return new Facts(more);
    }
}
