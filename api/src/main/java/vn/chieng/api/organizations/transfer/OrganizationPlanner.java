package vn.chieng.api.organizations.transfer;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.OrganizationEntry;
import vn.chieng.api.organizations.OrganizationIds;
import vn.chieng.api.organizations.Register;
import vn.chieng.api.organizations.RegisterProblem;

/** Compares a file of bodies with the register: pure, so that preview and application come to the same. */
final class OrganizationPlanner {
    private static final String LABEL = "new:";

    private final OrganizationIds ids;

    /** A row and the body it would make. */
    private record Candidate(
            CsvTable.Row row,
            Optional<OrganizationEntry> before,
            OrganizationEntry after,
            List<RegisterProblem> problems) {
        boolean differs() {
            return before.isEmpty() || !before.get().equals(after);
        }
    }

    OrganizationPlanner(OrganizationIds ids) {
        this.ids = ids;
    }

    ImportPlan plan(CsvTable table, Register register, IntConsumer progress) {
        Map<String, String> keys = keys(table);
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Integer> firstLines = new HashMap<>();
        int done = table.uncut().size();
        for (CsvTable.Row row : table.rows()) {
            candidates.add(candidate(row, register, keys, firstLines));
            progress.accept(++done);
        }
        compare(candidates, register);
        Map<String, String> labels = new HashMap<>();
        keys.forEach((label, id) -> labels.put(id, label));
        List<ImportLine> lines = new ArrayList<>();
        table.uncut().forEach(uncut -> lines.add(ContactPlanner.uncut(uncut)));
        candidates.forEach(candidate -> lines.add(line(candidate, labels)));
        lines.sort(Comparator.comparingInt(ImportLine::line));
        return new ImportPlan(lines, writes(candidates));
    }

    /** A key without meaning for each label of the file. */
    private Map<String, String> keys(CsvTable table) {
        Map<String, String> keys = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            if (row.text("id").startsWith(LABEL)) {
                keys.computeIfAbsent(row.text("id"), _ -> ids.next());
            }
        }
        return keys;
    }

    private Candidate candidate(
            CsvTable.Row row, Register register, Map<String, String> keys, Map<String, Integer> firstLines) {
        List<RegisterProblem> problems = new ArrayList<>();
        String key = row.text("id");
        String id = key.isEmpty() ? ids.next() : keys.getOrDefault(key, key);
        Optional<OrganizationEntry> before = register.find(id);
        boolean isNew = key.isEmpty() || key.startsWith(LABEL) || OrganizationIds.isMade(id);
        if (before.isEmpty() && !isNew) {
            problems.add(RegisterProblem.of("id", Reason.ID_UNKNOWN, key));
        }
        Integer first = firstLines.putIfAbsent(id, row.line());
        if (first != null) {
            problems.add(RegisterProblem.of("id", Reason.ID_TWICE, String.valueOf(first)));
        }
        OrganizationEntry after =
                OrganizationCells.entry(row, id, before, each -> keys.getOrDefault(each, each), problems);
        return new Candidate(row, before, after, problems);
    }

    /** Whatever leans on a bad row is bad itself; each round takes out at least one, and so ends. */
    private static void compare(List<Candidate> candidates, Register register) {
        boolean changed = true;
        while (changed) {
            changed = false;
            List<Candidate> good = candidates.stream()
                    .filter(candidate -> candidate.problems().isEmpty() && candidate.differs())
                    .toList();
            Register proposed =
                    register.with(good.stream().map(Candidate::after).toList());
            for (Candidate candidate : good) {
                candidate.problems().addAll(proposed.problems(candidate.after()));
                changed |= !candidate.problems().isEmpty();
            }
        }
    }

    private static ImportLine line(Candidate candidate, Map<String, String> labels) {
        OrganizationEntry after = candidate.after();
        ImportLine.Verdict verdict = verdict(candidate);
        List<ImportLine.Detail> details = switch (verdict) {
            case UNCHANGED -> List.of();
            case BAD ->
                candidate.problems().stream()
                        .map(problem -> new RegisterProblem(
                                problem.column(),
                                problem.reason(),
                                problem.arguments().stream()
                                        .map(argument -> labels.getOrDefault(argument, argument))
                                        .toList()))
                        .map(ImportLine.Detail::wrong)
                        .toList();
            case ADDED -> fields(Map.of(), after.fields(), labels);
            case CHANGED -> {
                OrganizationEntry before = candidate.before().orElseThrow();
                yield fields(before.differing(after), after.differing(before), labels);
            }
        };
        String key = candidate.row().text("id");
        return new ImportLine(
                candidate.row().line(),
                verdict,
                key.isEmpty() ? null : key,
                after.organization().name(),
                details);
    }

    private static ImportLine.Verdict verdict(Candidate candidate) {
        if (!candidate.problems().isEmpty()) {
            return ImportLine.Verdict.BAD;
        }
        if (candidate.before().isEmpty()) {
            return ImportLine.Verdict.ADDED;
        }
        return candidate.differs() ? ImportLine.Verdict.CHANGED : ImportLine.Verdict.UNCHANGED;
    }

    private static List<ImportLine.Detail> fields(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, Map<String, String> labels) {
        return after.entrySet().stream()
                .filter(field -> (field.getValue() != null && !"".equals(field.getValue()))
                        || before.containsKey(field.getKey()))
                .map(field -> ImportLine.Detail.field(
                        field.getKey(),
                        before.get(field.getKey()),
                        field.getValue() instanceof String id ? labels.getOrDefault(id, id) : field.getValue()))
                .toList();
    }

    /** New bodies first, each after the one above it, then what changes, which may lean on them. */
    private static List<ImportPlan.Write> writes(List<Candidate> candidates) {
        List<ImportPlan.Write> writes = new ArrayList<>();
        Map<String, OrganizationEntry> added = new HashMap<>();
        candidates.stream()
                .filter(candidate -> verdict(candidate) == ImportLine.Verdict.ADDED)
                .forEach(candidate -> added.put(candidate.after().id(), candidate.after()));
        Set<String> written = new HashSet<>();
        for (Candidate candidate : candidates) {
            addWithThoseAbove(candidate.after(), added, written, writes);
        }
        candidates.stream()
                .filter(candidate -> verdict(candidate) == ImportLine.Verdict.CHANGED)
                .forEach(candidate -> writes.add(
                        new ImportPlan.Write.ChangedBody(candidate.before().orElseThrow(), candidate.after())));
        return writes;
    }

    private static void addWithThoseAbove(
            OrganizationEntry entry,
            Map<String, OrganizationEntry> added,
            Set<String> written,
            List<ImportPlan.Write> writes) {
        List<OrganizationEntry> way = new ArrayList<>();
        // rings have been refused, so the way up ends
        for (OrganizationEntry next = added.get(entry.id()); next != null && written.add(next.id()); ) {
            way.add(next);
            String parentId = next.organization().parentId();
            next = parentId == null ? null : added.get(parentId);
        }
        way.reversed().forEach(each -> writes.add(new ImportPlan.Write.AddedBody(each)));
    }
}
