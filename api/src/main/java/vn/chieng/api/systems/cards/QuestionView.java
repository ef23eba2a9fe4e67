package vn.chieng.api.systems.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.systems.PackWords;
import vn.chieng.api.systems.PackWords.Cited;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/**
 * A question of a form that was made from a pack.
 *
 * @param field the name and id of its input
 * @param kind {@code boolean}, {@code enum}, {@code integer} or {@code set}
 * @param value what was answered, for a number; otherwise see the options
 * @param counted whether it is asked how and when was counted
 */
public record QuestionView(
        String field,
        String kind,
        Cited label,
        @Nullable String help,
        List<Option> options,
        String value,
        boolean counted,
        String method,
        String asOf) {

    /** What may be chosen. */
    public record Option(String value, String text, boolean chosen) {}

    public static List<QuestionView> scoping(LawPack pack, SystemAnswers answers, PackWords words, Locale locale) {
        return pack.classification().scoping().stream()
                .map(question -> new QuestionView(
                        AnswersForm.SCOPING + question.id(),
                        "boolean",
                        words.cited(question, question.question(), pack, locale),
                        null,
                        List.of(),
                        scopingAnswer(answers, question.id()),
                        false,
                        "",
                        ""))
                .toList();
    }

    private static String scopingAnswer(SystemAnswers answers, String question) {
        Boolean answer = answers.scoping().get(question);
        return answer == null ? "" : answer.toString();
    }

    public static List<QuestionView> inputs(LawPack pack, SystemAnswers answers, PackWords words, Locale locale) {
        List<QuestionView> questions = new ArrayList<>();
        for (Input input : pack.classification().inputs()) {
            Object answer = answers.inputs().get(input.id());
            SystemAnswers.Count count = answers.counts().get(input.id());
            LocalDate asOf = count == null ? null : count.asOf();
            questions.add(new QuestionView(
                    AnswersForm.INPUT + input.id(),
                    input.type().name().toLowerCase(Locale.ROOT),
                    words.cited(input, input.label(), pack, locale),
                    input.help() == null ? null : words.text(input.help(), locale),
                    input.options().stream()
                            .map(option -> new Option(
                                    option.value(),
                                    words.text(option.label(), locale),
                                    answer instanceof Collection<?> several
                                            ? several.contains(option.value())
                                            : option.value().equals(answer)))
                            .toList(),
                    answer == null ? "" : answer.toString(),
                    AnswersForm.isCounted(pack, input),
                    count == null || count.method() == null ? "" : count.method(),
                    Typed.day(asOf)));
        }
        return questions;
    }
}
