package vn.chieng.api.organizations.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chieng.api.console.Csv;
import vn.chieng.api.organizations.Entries;
import vn.chieng.api.organizations.OrganizationContact;
import vn.chieng.api.organizations.Register;

class ContactPlannerTest {
    private static final String HEADER = "organization;contact;name;phone;mail;verify_days;phone_always\n";

    private final Register register =
            new Register(List.of(Entries.entry("org-root", null, "Tỉnh"), Entries.entry("org-a", "org-root", "Sở A")));
    private final OrganizationContact contact = new OrganizationContact(
            7,
            "org-a",
            "Trần; Thị B",
            "Phó \"phòng\"",
            "+84 912 345 678",
            true,
            null,
            "https://example.vn/bao",
            Instant.parse("2026-01-01T00:00:00Z"),
            "Người C",
            90,
            3);

    private ImportPlan plan(String text) {
        return new ContactPlanner()
                .plan(new CsvReader().read(text.getBytes(StandardCharsets.UTF_8)), register, List.of(contact), _ -> {});
    }

    private static String exported(@Nullable Object[] line) throws IOException {
        var file = new ByteArrayOutputStream();
        Csv csv = new Csv(file, ContactCells.COLUMNS);
        csv.line(ExportPages.guarded(line));
        csv.flush();
        return file.toString(StandardCharsets.UTF_8);
    }

    private static List<String> reasons(ImportPlan plan) {
        return plan.lines().stream()
                .flatMap(line -> line.details().stream())
                .map(ImportLine.Detail::reason)
                .toList();
    }

    @Test
    void whatIsExportedAndImportedChangesNothing() throws IOException {
        ImportPlan plan = plan(exported(ContactCells.line(contact)));
        assertThat(plan.lines()).extracting(ImportLine::verdict).containsExactly(ImportLine.Verdict.UNCHANGED);
        assertThat(plan.writes()).isEmpty();
    }

    @Test
    void aFileExportedWithMasksIsRefusedRatherThanSaved() throws IOException {
        assertThat(reasons(plan(exported(ContactCells.line(contact.masked()))))).containsExactly("value-masked");
    }

    @Test
    void aNewContactIsAddedOnceHoweverOftenTheFileIsTaken() {
        String file = HEADER + "org-a;;Lê Văn D;0912345678;;;yes\n";
        assertThat(plan(file).count(ImportLine.Verdict.ADDED)).isEqualTo(1);
        OrganizationContact taken = new OrganizationContact(
                8, "org-a", "Lê Văn D", null, "0912345678", true, null, null, null, null, 365, 1);
        ImportPlan again = new ContactPlanner()
                .plan(new CsvReader().read(file.getBytes(StandardCharsets.UTF_8)), register, List.of(taken), _ -> {});
        assertThat(again.count(ImportLine.Verdict.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void eachBadRowSaysWhy() {
        assertThat(reasons(plan(HEADER + "org-x;;B;0912345678;;;no\n"))).containsExactly("organization-unknown");
        assertThat(reasons(plan(HEADER + "org-a;9;B;0912345678;;;no\n"))).containsExactly("contact-unknown");
        assertThat(reasons(plan(HEADER + "org-root;7;B;0912345678;;;no\n"))).containsExactly("contact-unknown");
        assertThat(reasons(plan(HEADER + "org-a;;;abc;x;x;so\n")))
                .containsExactly(
                        "flag-unreadable", "name-missing", "phone-unreadable", "mail-unreadable", "days-unreadable");
        assertThat(reasons(plan(HEADER + "org-a;;B;;;;no\n"))).containsExactly("contact-ways-missing");
    }

    @Test
    void aChangeIsShownFieldByField() {
        assertThat(plan("organization;contact;name\norg-a;7;Lê Văn D\n").lines())
                .singleElement()
                .satisfies(line -> assertThat(line.details())
                        .containsExactly(ImportLine.Detail.field("name", "Trần; Thị B", "Lê Văn D")));
    }
}
