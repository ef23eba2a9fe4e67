package vn.chieng.api.systems;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.LawPack;

/**
 * What is known about a system for the law, by the ids of the pack's questions and inputs.
 *
 * @param scoping answers to the questions whether it is one system
 * @param inputs texts, or lists of texts where several may be chosen; an input that is absent is not known yet
 * @param counts of counted inputs, how and when
 */
public record SystemAnswers(Map<String, Boolean> scoping, Map<String, Object> inputs, Map<String, Count> counts) {
    public static final SystemAnswers NONE = new SystemAnswers(Map.of(), Map.of(), Map.of());

    /** How a number was counted, and what day it is true for. */
    public record Count(@Nullable String method, @Nullable LocalDate asOf) {}

    public SystemAnswers {
        scoping = Collections.unmodifiableMap(new LinkedHashMap<>(scoping));
        Map<String, Object> copied = new LinkedHashMap<>();
        inputs.forEach((input, answer) ->
                copied.put(input, answer instanceof List<?> several ? List.copyOf(several) : answer));
        inputs = Collections.unmodifiableMap(copied);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** The facts that a pack makes of them; what it does not know or cannot read stays unknown. */
    public Facts facts(LawPack pack) {
        return AnswersToFacts.read(pack.classification().inputs(), inputs).facts();
    }
}
