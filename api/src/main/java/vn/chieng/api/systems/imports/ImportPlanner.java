package vn.chieng.api.systems.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.spreadsheets.Sheet;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.belongings.BelongingStore;
import vn.chieng.api.systems.belongings.StatedLink;
import vn.chieng.api.systems.belongings.StatedLinks;
import vn.chieng.api.systems.belongings.SystemAddress;
import vn.chieng.api.systems.cards.CardForm;
import vn.chieng.api.systems.cards.CardRules;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.api.systems.lists.SystemColumns;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/** Compares a table with the register as far as the caller sees it. What the table does not name stays as it is. */
@Component("systemImportPlanner")
final class ImportPlanner {
    private final SystemRegister register;
    private final CardRules rules;
    private final LevelAssessor assessor;
    private final BelongingStore belongings;
    private final StatedLinks links;

    ImportPlanner(
            SystemRegister register,
            CardRules rules,
            LevelAssessor assessor,
            BelongingStore belongings,
            StatedLinks links) {
        this.register = register;
        this.rules = rules;
        this.assessor = assessor;
        this.belongings = belongings;
        this.links = links;
    }

    /** What is to be written for one row; {@code before} is null where the system is new, addresses and links where they stay. */
    record Write(
            @Nullable RegisteredSystem before,
            SystemCard card,
            SystemAnswers answers,
            @Nullable List<SystemAddress> addresses,
            @Nullable List<StatedLink> links) {}

    /** The rows' results, and what is to be written. */
    record Plan(List<ImportLine> lines, List<Write> writes) {
        /** The same with lines about other parts of the file after its own. */
        Plan with(List<ImportLine> more) {
            List<ImportLine> all = new ArrayList<>(lines);
            all.addAll(more);
            return new Plan(all, writes);
        }

        ImportJob.Counts counts() {
            Map<ImportLine.Verdict, Integer> counts = new HashMap<>();
            lines.forEach(line -> counts.merge(line.verdict(), 1, Integer::sum));
            return new ImportJob.Counts(
                    counts.getOrDefault(ImportLine.Verdict.ADDED, 0),
                    counts.getOrDefault(ImportLine.Verdict.CHANGED, 0),
                    counts.getOrDefault(ImportLine.Verdict.UNCHANGED, 0),
                    counts.getOrDefault(ImportLine.Verdict.BAD, 0));
        }
    }

    Plan plan(Sheet sheet, Scope scope, IntConsumer progress) {
        List<Input> inputs = assessor.pack((LocalDate) null)
                .map(LawPack::classification)
                .map(classification -> classification.inputs())
                .orElse(List.of());
        List<ImportLine> wrongColumns = wrongColumns(sheet, inputs);
        if (!wrongColumns.isEmpty()) {
            return new Plan(wrongColumns, List.of());
        }
        Comparison comparison = new Comparison(inputs, register.list(SystemQuery.ALL, scope), scope);
        for (Sheet.Row row : sheet.rows()) {
            comparison.take(row);
            progress.accept(comparison.lines.size());
        }
        return new Plan(comparison.lines, comparison.writes);
    }

    private static List<ImportLine> wrongColumns(Sheet sheet, List<Input> inputs) {
        List<ImportLine> wrong = new ArrayList<>();
        for (String column : sheet.columns()) {
            boolean answer = inputs.stream()
                    .flatMap(input -> SystemColumns.of(input.id()))
                    .anyMatch(column::equals);
            if (!answer && !SystemColumns.READ.contains(column) && !SystemColumns.SHOWN_ONLY.contains(column)) {
                wrong.add(
                        bad(sheet.headerRow(), null, List.of(SystemProblem.of(column, Reason.COLUMN_UNKNOWN, column))));
            }
        }
        if (!sheet.has("name") && !sheet.has(SystemColumns.CODE)) {
            wrong.add(bad(sheet.headerRow(), null, List.of(SystemProblem.of("name", Reason.COLUMN_MISSING, "name"))));
        }
        return wrong;
    }

    private static ImportLine bad(int line, @Nullable String name, List<SystemProblem> problems) {
        return new ImportLine(
                line,
                ImportLine.Verdict.BAD,
                null,
                name,
                problems.stream()
                        .map(problem -> ImportLine.Detail.wrong(
                                problem.field(),
                                "systems.problem." + problem.reason().code(),
                                problem.arguments()))
                        .toList());
    }

    /** One walk through the rows of a table. */
    private final class Comparison {
        private final List<Input> inputs;
        private final Scope scope;
        private final Map<String, RegisteredSystem> byCode = new HashMap<>();
        private final Map<String, RegisteredSystem> byName = new HashMap<>();
        private final Map<String, Integer> firstLines = new HashMap<>();
        private final List<ImportLine> lines = new ArrayList<>();
        private final List<Write> writes = new ArrayList<>();

        Comparison(List<Input> inputs, List<RegisteredSystem> known, Scope scope) {
            this.inputs = inputs;
            this.scope = scope;
            known.forEach(system -> {
                byCode.put(system.code(), system);
                byName.put(key(system.card()), system);
            });
        }

        private String key(SystemCard card) {
            return card.operatorId() + "\n" + card.name();
        }

        void take(Sheet.Row row) {
            List<SystemProblem> problems = new ArrayList<>();
            String code = row.cell(SystemColumns.CODE);
            RegisteredSystem before =
                    code.isEmpty() ? byName.get(row.cell("operator") + "\n" + row.cell("name")) : byCode.get(code);
            if (!code.isEmpty() && before == null) {
                problems.add(SystemProblem.of(SystemColumns.CODE, Reason.CODE_UNKNOWN, code));
            }
            String key = before == null ? row.cell("operator") + "\n" + row.cell("name") : before.code();
            Integer first = firstLines.putIfAbsent(key, row.number());
            if (first != null) {
                problems.add(SystemProblem.of(
                        SystemColumns.CODE,
                        Reason.CODE_TWICE,
                        before == null ? row.cell("name") : before.code(),
                        String.valueOf(first)));
            }
            CardForm.Read read =
                    ImportCells.card(row, before == null ? null : before.card()).read();
            problems.addAll(read.problems());
            SystemCard card = read.card();
            SystemAnswers answers = answers(row, before, problems);
            List<SystemAddress> addresses = ImportCells.addresses(row, problems);
            List<StatedLink> stated = ImportCells.links(row, problems);
            if (stated != null) {
                problems.addAll(links.problems(stated, before == null ? null : before.code(), scope));
            }
            if (card != null) {
                problems.addAll(rules.problems(card, before == null ? null : before.card(), scope, assessor.today()));
                excluded(card, answers, problems);
            }
            if (card == null || !problems.isEmpty()) {
                lines.add(bad(row.number(), row.cell("name"), problems));
            } else {
                Write write = new Write(before, card, answers, other(before, addresses), otherLinks(before, stated));
                lines.add(compared(row.number(), before, write));
            }
        }

        private void excluded(SystemCard card, SystemAnswers answers, List<SystemProblem> problems) {
            assessor.assess(answers, card.projectStart())
                    .filter(assessment -> assessment.outcome() instanceof Classified.Excluded)
                    .ifPresent(_ -> problems.add(SystemProblem.of("answers", Reason.EXCLUDED)));
        }

        private SystemAnswers answers(Sheet.Row row, @Nullable RegisteredSystem before, List<SystemProblem> problems) {
            SystemAnswers old = before == null ? SystemAnswers.NONE : before.answers();
            Map<String, Object> answered = new LinkedHashMap<>(old.inputs());
            for (Input input : inputs) {
                String cell = row.cell(SystemColumns.ANSWER + input.id());
                if (!cell.isEmpty()) {
                    answered.put(
                            input.id(),
                            input.type() == Input.Type.SET
                                    ? Arrays.stream(cell.split("\\|", -1))
                                            .map(String::strip)
                                            .sorted()
                                            .toList()
                                    : cell);
                }
            }
            AnswersToFacts.read(inputs, answered).wrong().stream()
                    .filter(wrong -> wrong.why() != AnswersToFacts.Why.UNKNOWN_INPUT)
                    .forEach(wrong -> problems.add(SystemProblem.of(
                            SystemColumns.ANSWER + wrong.input(),
                            Reason.ANSWER_UNREADABLE,
                            wrong.why().name())));
            return new SystemAnswers(old.scoping(), answered, ImportCells.counts(row, inputs, old.counts(), problems));
        }

        /** Null where those there are stay as they are. */
        private @Nullable List<SystemAddress> other(
                @Nullable RegisteredSystem before, @Nullable List<SystemAddress> addresses) {
            boolean same = addresses != null
                    && before != null
                    && values(addresses).equals(values(belongings.addresses(before.id())));
            return same ? null : addresses;
        }

        /** As for addresses. */
        private @Nullable List<StatedLink> otherLinks(
                @Nullable RegisteredSystem before, @Nullable List<StatedLink> stated) {
            boolean same = stated != null && StatedLink.text(stated).equals(linked(before));
            return same ? null : stated;
        }

        private String linked(@Nullable RegisteredSystem before) {
            return before == null
                    ? ""
                    : StatedLink.text(links.of(before.id(), scope).values());
        }

        private ImportLine compared(int line, @Nullable RegisteredSystem before, Write write) {
            List<ImportLine.Detail> details = new ArrayList<>();
            if (before == null
                    || !write.card().equals(before.card())
                    || !write.answers().equals(before.answers())) {
                details.addAll(ImportCells.differences(before, write.card(), write.answers()));
            }
            List<SystemAddress> addresses = write.addresses();
            if (addresses != null) {
                details.add(new ImportLine.Detail(
                        SystemColumns.ADDRESSES,
                        before == null ? null : values(belongings.addresses(before.id())),
                        values(addresses),
                        null,
                        List.of()));
            }
            List<StatedLink> stated = write.links();
            if (stated != null) {
                details.add(new ImportLine.Detail(
                        SystemColumns.LINKS,
                        before == null ? null : linked(before),
                        StatedLink.text(stated),
                        null,
                        List.of()));
            }
            ImportLine.Verdict verdict = before == null
                    ? ImportLine.Verdict.ADDED
                    : details.isEmpty() ? ImportLine.Verdict.UNCHANGED : ImportLine.Verdict.CHANGED;
            if (verdict != ImportLine.Verdict.UNCHANGED) {
                writes.add(write);
            }
            return new ImportLine(
                    line,
                    verdict,
                    before == null ? null : before.code(),
                    write.card().name(),
                    details);
        }

        private static String values(List<SystemAddress> addresses) {
            return addresses.stream().map(SystemAddress::value).sorted().collect(Collectors.joining("|"));
        }
    }
}
