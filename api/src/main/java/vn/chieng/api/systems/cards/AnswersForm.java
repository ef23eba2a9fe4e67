package vn.chieng.api.systems.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/** Reads the fields that were made from a pack's questions and inputs. What is left blank is not known; a refused answer stays out. */
public record AnswersForm(SystemAnswers answers, List<SystemProblem> problems) {
    static final String INPUT = "in.";
    public static final String SCOPING = "sc.";
    static final String METHOD = ".method";
    static final String AS_OF = ".asof";
    private static final int MOST_METHOD = 500;

    /** The answers to the inputs; those of the questions stay as they were. */
    public static AnswersForm inputs(MultiValueMap<String, String> form, LawPack pack, SystemAnswers before) {
        List<SystemProblem> problems = new ArrayList<>();
        Map<String, Object> inputs = new LinkedHashMap<>(before.inputs());
        Map<String, SystemAnswers.Count> counts = new LinkedHashMap<>();
        for (Input input : pack.classification().inputs()) {
            inputs.remove(input.id());
            answer(input, form).ifPresent(answer -> inputs.put(input.id(), answer));
            if (isCounted(pack, input)) {
                count(input, form, inputs.containsKey(input.id()), problems)
                        .ifPresent(count -> counts.put(input.id(), count));
            }
        }
        AnswersToFacts.read(pack.classification().inputs(), inputs).wrong().stream()
                .filter(wrong -> wrong.why() != AnswersToFacts.Why.UNKNOWN_INPUT)
                .forEach(wrong -> problems.add(SystemProblem.of(
                        INPUT + wrong.input(),
                        Reason.ANSWER_UNREADABLE,
                        wrong.why().name())));
        return new AnswersForm(new SystemAnswers(before.scoping(), inputs, counts), problems);
    }

    /** The answers to the questions whether it is one system. */
    public static SystemAnswers scoping(MultiValueMap<String, String> form, LawPack pack, SystemAnswers before) {
        Map<String, Boolean> scoping = new LinkedHashMap<>();
        for (Classification.ScopingQuestion question : pack.classification().scoping()) {
            String typed = form.getFirst(SCOPING + question.id());
            if ("true".equals(typed) || "false".equals(typed)) {
                scoping.put(question.id(), Boolean.valueOf(typed));
            }
        }
        return new SystemAnswers(scoping, before.inputs(), before.counts());
    }

    static boolean isCounted(LawPack pack, Input input) {
        return input.type() == Input.Type.INTEGER
                && pack.classification().counters().stream()
                        .anyMatch(counter -> counter.input().equals(input.id()));
    }

    private static Optional<Object> answer(Input input, MultiValueMap<String, String> form) {
        List<String> typed = form.getOrDefault(INPUT + input.id(), List.of()).stream()
                .map(Typed::text)
                .filter(text -> !text.isEmpty())
                .toList();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (input.type()) {
                    case SET -> typed.stream().sorted().toList();
                    case INTEGER -> number(typed.getFirst());
                    case BOOLEAN, ENUM -> typed.getFirst();
                });
    }

    /** People write 99.999 or 99 999. */
    private static String number(String typed) {
        return typed.matches("\\d{1,3}(?:[., \\u00A0]\\d{3})+") ? typed.replaceAll("\\D", "") : typed;
    }

    private static Optional<SystemAnswers.Count> count(
            Input input, MultiValueMap<String, String> form, boolean answered, List<SystemProblem> problems) {
        String field = INPUT + input.id();
        String method = Typed.text(form.getFirst(field + METHOD));
        String day = Typed.text(form.getFirst(field + AS_OF));
        @Nullable LocalDate asOf = Typed.day(day).orElse(null);
        if (asOf == null && !day.isEmpty()) {
            problems.add(SystemProblem.of(field + AS_OF, Reason.DATE_UNREADABLE, day));
        }
        if (method.length() > MOST_METHOD) {
            problems.add(SystemProblem.of(field + METHOD, Reason.TEXT_TOO_LONG, String.valueOf(MOST_METHOD)));
        }
        boolean zero = "0".equals(Typed.text(form.getFirst(field)));
        if (answered && !zero && method.isEmpty()) {
            problems.add(SystemProblem.of(field + METHOD, Reason.COUNT_METHOD_MISSING));
        }
        if (answered && !zero && day.isEmpty()) {
            problems.add(SystemProblem.of(field + AS_OF, Reason.COUNT_DAY_MISSING));
        }
        return method.isEmpty() && asOf == null
                ? Optional.empty()
                : Optional.of(new SystemAnswers.Count(method.isEmpty() ? null : method, asOf));
    }
}
