package vn.chieng.api.organizations.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;
import vn.chieng.api.organizations.ContactStore;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationAction;
import vn.chieng.api.organizations.OrganizationContact;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.organizations.OrganizationEntry;
import vn.chieng.api.organizations.OrganizationRegister;

/** The register as CSV files, as far as the caller may see it; each export is itself audited. */
@Controller
final class ExportPages {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final OrganizationRegister register;
    private final ContactStore contacts;
    private final OrganizationDirectory directory;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ExportPages(
            OrganizationRegister register,
            ContactStore contacts,
            OrganizationDirectory directory,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.register = register;
        this.contacts = contacts;
        this.directory = directory;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/admin/organizations/export.csv")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    void organizations(SignedIn caller, HttpServletResponse response) throws IOException {
        Map<String, OrganizationEntry> entries = new HashMap<>();
        read(caller, OrganizationAction.ORGANIZATIONS_EXPORTED, () -> register.entries(caller.scope()))
                .forEach(entry -> entries.put(entry.id(), entry));
        Csv csv = begin(response, "organizations", OrganizationCells.COLUMNS);
        // a parent before its children, which is also the order in which people look for them
        for (Organization organization : directory.within(caller.scope())) {
            OrganizationEntry entry = entries.remove(organization.id());
            if (entry != null) {
                csv.line(guarded(OrganizationCells.line(entry, caller.scope())));
            }
        }
        for (OrganizationEntry entry : entries.values()) {
            csv.line(guarded(OrganizationCells.line(entry, caller.scope())));
        }
        csv.flush();
    }

    @GetMapping("/admin/organizations/contacts.csv")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    void contacts(SignedIn caller, HttpServletResponse response) throws IOException {
        boolean unmasked = caller.may(Permission.PERSONAL_DATA_READ);
        List<OrganizationContact> all =
                read(caller, OrganizationAction.CONTACTS_EXPORTED, () -> contacts.all(caller.scope()));
        Csv csv = begin(response, "contacts", ContactCells.COLUMNS);
        for (OrganizationContact contact : all) {
            csv.line(guarded(ContactCells.line(unmasked ? contact : contact.masked())));
        }
        csv.flush();
    }

    /** Nothing leaves before the trail holds it. */
    private <T> List<T> read(SignedIn caller, OrganizationAction action, java.util.function.Supplier<List<T>> reading) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<T> all = reading.get();
            String organizationId = caller.organizationId();
            audit.record(
                    caller,
                    AuditRecord.of(
                                    action,
                                    "organization-export",
                                    organizationId == null ? "-" : organizationId,
                                    null,
                                    organizationId == null ? Set.of() : Set.of(organizationId))
                            .changed(Map.of(), Map.of("rows", all.size())));
            return all;
        }));
    }

    private Csv begin(HttpServletResponse response, String name, String[] columns) throws IOException {
        response.setContentType(Csv.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-" + LocalDate.ofInstant(clock.instant(), VIETNAM) + ".csv")
                        .build()
                        .toString());
        return new Csv(response.getOutputStream(), columns);
    }

    /** A text that begins like a guard gets one too, so that reading can take off exactly what writing put on. */
    static @Nullable Object[] guarded(@Nullable Object[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof String text && text.startsWith("'")) {
                cells[i] = "'" + text;
            }
        }
        return cells;
    }
}
