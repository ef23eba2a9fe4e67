package vn.chieng.api.organizations.transfer;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.ContactDraft;
import vn.chieng.api.organizations.OrganizationContact;
import vn.chieng.api.organizations.Register;
import vn.chieng.api.organizations.RegisterProblem;

/** Compares a file of contacts with those kept: pure, as for bodies. A contact that the file does not name stays as it is. */
final class ContactPlanner {

    ImportPlan plan(CsvTable table, Register register, List<OrganizationContact> contacts, IntConsumer progress) {
        Map<String, OrganizationContact> kept = new HashMap<>();
        contacts.forEach(contact -> kept.put(String.valueOf(contact.id()), contact));
        List<ImportLine> lines = new ArrayList<>();
        List<ImportPlan.Write> writes = new ArrayList<>();
        Map<String, Integer> firstLines = new HashMap<>();
        table.uncut().forEach(uncut -> lines.add(uncut(uncut)));
        int done = table.uncut().size();
        for (CsvTable.Row row : table.rows()) {
            lines.add(compare(row, register, kept, contacts, firstLines, writes));
            progress.accept(++done);
        }
        lines.sort(Comparator.comparingInt(ImportLine::line));
        return new ImportPlan(lines, writes);
    }

    static ImportLine uncut(CsvTable.Uncut uncut) {
        return new ImportLine(
                uncut.line(), ImportLine.Verdict.BAD, null, null, List.of(ImportLine.Detail.wrong(uncut.problem())));
    }

    private static ImportLine compare(
            CsvTable.Row row,
            Register register,
            Map<String, OrganizationContact> kept,
            List<OrganizationContact> contacts,
            Map<String, Integer> firstLines,
            List<ImportPlan.Write> writes) {
        List<RegisterProblem> problems = new ArrayList<>();
        String organization = row.text(ContactCells.ORGANIZATION);
        String key = row.text(ContactCells.CONTACT);
        if (register.find(organization).isEmpty()) {
            problems.add(RegisterProblem.of(ContactCells.ORGANIZATION, Reason.ORGANIZATION_UNKNOWN, organization));
        }
        @Nullable OrganizationContact before = key.isEmpty() ? null : kept.get(key);
        if (!key.isEmpty() && (before == null || !before.organizationId().equals(organization))) {
            problems.add(RegisterProblem.of(ContactCells.CONTACT, Reason.CONTACT_UNKNOWN, key));
        }
        Integer first = key.isEmpty() ? null : firstLines.putIfAbsent(key, row.line());
        if (first != null) {
            problems.add(RegisterProblem.of(ContactCells.CONTACT, Reason.ID_TWICE, String.valueOf(first)));
        }
        ContactDraft draft = ContactCells.draft(row, before, problems);
        ImportLine.Verdict verdict = verdict(organization, before, draft, contacts, problems);
        List<ImportLine.Detail> details = switch (verdict) {
            case UNCHANGED -> List.of();
            case BAD -> problems.stream().map(ImportLine.Detail::wrong).toList();
            case ADDED -> {
                writes.add(new ImportPlan.Write.AddedContact(organization, draft));
                yield fields(null, draft);
            }
            case CHANGED -> {
                OrganizationContact changed = Objects.requireNonNull(before);
                writes.add(new ImportPlan.Write.ChangedContact(changed, draft));
                yield fields(changed.draft(), draft);
            }
        };
        return new ImportLine(row.line(), verdict, organization, draft.name(), details);
    }

    /** The same contact without its number is the one that is there, so that a file can be taken twice. */
    private static ImportLine.Verdict verdict(
            String organization,
            @Nullable OrganizationContact before,
            ContactDraft draft,
            List<OrganizationContact> contacts,
            List<RegisterProblem> problems) {
        if (!problems.isEmpty()) {
            return ImportLine.Verdict.BAD;
        }
        if (before != null) {
            return before.draft().equals(draft) ? ImportLine.Verdict.UNCHANGED : ImportLine.Verdict.CHANGED;
        }
        return contacts.stream()
                        .anyMatch(contact -> contact.organizationId().equals(organization)
                                && contact.draft().equals(draft))
                ? ImportLine.Verdict.UNCHANGED
                : ImportLine.Verdict.ADDED;
    }

    private static List<ImportLine.Detail> fields(@Nullable ContactDraft before, ContactDraft after) {
        Map<String, String> olds = before == null ? Map.of() : words(before);
        List<ImportLine.Detail> details = new ArrayList<>();
        words(after).forEach((column, value) -> {
            String old = olds.getOrDefault(column, "");
            if (!old.equals(value)) {
                details.add(ImportLine.Detail.field(column, old.isEmpty() ? null : old, value));
            }
        });
        return details;
    }

    private static Map<String, String> words(ContactDraft draft) {
        Map<String, String> words = new java.util.LinkedHashMap<>();
        words.put("name", draft.name());
        words.put("title", Objects.requireNonNullElse(draft.title(), ""));
        words.put("phone", Objects.requireNonNullElse(draft.phone(), ""));
        words.put("phone_always", Flags.word(draft.phoneAlways()));
        words.put("mail", Objects.requireNonNullElse(draft.mail(), ""));
        words.put("intake_address", Objects.requireNonNullElse(draft.intakeAddress(), ""));
        words.put("verify_days", String.valueOf(draft.verifyDays()));
        return words;
    }
}
