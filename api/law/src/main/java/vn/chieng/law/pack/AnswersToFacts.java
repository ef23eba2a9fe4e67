package vn.chieng.law.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;

/** Turns answers, as a form or a JSON file gives them, into facts of the types that the inputs ask for. */
public record AnswersToFacts(Facts facts, List<Wrong> wrong) {
    public AnswersToFacts {
        wrong = List.copyOf(wrong);
    }

    /** An answer that no fact can be made of. */
    public record Wrong(String input, Why why) {}

    /** Why an answer is not taken. */
    public enum Why {
        UNKNOWN_INPUT,
        NOT_TRUE_OR_FALSE,
        NOT_A_COUNT,
        NO_SUCH_OPTION
    }

    /** Reads texts; a set is a collection of texts. */
    public static AnswersToFacts read(List<Input> inputs, Map<String, ?> answers) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        List<Wrong> wrong = new ArrayList<>();
        answers.forEach((id, answer) -> {
            Optional<Input> input = inputs.stream()
                    .filter(candidate -> candidate.id().equals(id))
                    .findFirst();
            if (input.isEmpty()) {
                wrong.add(new Wrong(id, Why.UNKNOWN_INPUT));
                return;
            }
            fact(input.get(), answer)
                    .ifPresentOrElse(fact -> facts.put(id, fact), () -> wrong.add(new Wrong(id, why(input.get()))));
        });
        return new AnswersToFacts(new Facts(facts), wrong);
    }

    private static Optional<Fact> fact(Input input, Object answer) {
        String text = String.valueOf(answer);
        return switch (input.type()) {
            case BOOLEAN ->
                switch (text) {
                    case "true" -> Optional.of(new Fact.Flag(true));
                    case "false" -> Optional.of(new Fact.Flag(false));
                    default -> Optional.empty();
                };
            case INTEGER -> count(text);
            case ENUM -> input.offers(text) ? Optional.of(new Fact.Choice(text)) : Optional.empty();
            case SET -> choices(input, answer);
        };
    }

    private static Optional<Fact> count(String text) {
        try {
            int count = Integer.parseInt(text);
            return count < 0 ? Optional.empty() : Optional.of(new Fact.Count(count));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Fact> choices(Input input, Object answer) {
        Collection<?> values = answer instanceof Collection<?> several ? several : List.of(answer);
        Set<String> texts = values.stream().map(String::valueOf).collect(Collectors.toSet());
        return texts.stream().allMatch(input::offers) ? Optional.of(new Fact.Choices(texts)) : Optional.empty();
    }

    private static Why why(Input input) {
        return switch (input.type()) {
            case BOOLEAN -> Why.NOT_TRUE_OR_FALSE;
            case INTEGER -> Why.NOT_A_COUNT;
            case ENUM, SET -> Why.NO_SUCH_OPTION;
        };
    }
}
