package vn.chieng.api.organizations.transfer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.ContactDraft;
import vn.chieng.api.organizations.OrganizationContact;
import vn.chieng.api.organizations.RegisterProblem;
import vn.chieng.api.organizations.Typed;

/** Contacts as lines of a file: {@code docs/formats/organizations-csv.md}. */
final class ContactCells {
    static final String ORGANIZATION = "organization";
    static final String CONTACT = "contact";
    /** The last two are written for people; a file does not verify anybody. */
    static final String[] COLUMNS = {
        ORGANIZATION,
        CONTACT,
        "name",
        "title",
        "phone",
        "phone_always",
        "mail",
        "intake_address",
        "verify_days",
        "verified_at",
        "verified_by"
    };

    static final Set<String> READ = Set.of(COLUMNS);
    static final List<String> KEYS = List.of(ORGANIZATION, CONTACT);
    private static final ContactDraft BLANK =
            new ContactDraft("", null, null, false, null, null, ContactDraft.USUAL_DAYS);

    private ContactCells() {}

    static @Nullable Object[] line(OrganizationContact contact) {
        return new @Nullable Object[] {
            contact.organizationId(),
            contact.id(),
            contact.name(),
            contact.title(),
            contact.phone(),
            Flags.word(contact.phoneAlways()),
            contact.mail(),
            contact.intakeAddress(),
            contact.verifyDays(),
            contact.verifiedAt(),
            contact.verifiedBy()
        };
    }

    /** What a row makes of the contact before, or of nothing; everything wrong with it is added to the problems. */
    static ContactDraft draft(CsvTable.Row row, @Nullable OrganizationContact before, List<RegisterProblem> problems) {
        ContactDraft old = before == null ? BLANK : before.draft();
        String name = row.cell("name");
        String days = row.cell("verify_days");
        boolean always = Flags.read(row, "phone_always", old.phoneAlways(), problems);
        var draft = new ContactDraft(
                name == null ? old.name() : name,
                text(row, "title", old.title()),
                text(row, "phone", old.phone()),
                always,
                text(row, "mail", old.mail()),
                text(row, "intake_address", old.intakeAddress()),
                days == null || days.isEmpty() ? old.verifyDays() : ContactDraft.days(days));
        problems.addAll(draft.problems());
        return draft;
    }

    private static @Nullable String text(CsvTable.Row row, String column, @Nullable String old) {
        String text = row.cell(column);
        return text == null ? old : Typed.orNull(text);
    }
}
