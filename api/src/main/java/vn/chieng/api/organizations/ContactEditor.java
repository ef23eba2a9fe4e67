package vn.chieng.api.organizations;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Changes contacts of bodies within the caller's scope; each change leaves an audit record. */
@Component
public final class ContactEditor {
    private final RegisterTransactions transactions;
    private final OrganizationRegister register;
    private final ContactStore contacts;
    private final AuditTrail audit;
    private final Clock clock;

    ContactEditor(
            RegisterTransactions transactions,
            OrganizationRegister register,
            ContactStore contacts,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.register = register;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    ChangeOutcome<OrganizationContact> add(String organizationId, ContactDraft draft, SignedIn by) {
        return transactions.change(_ -> {
            if (register.find(organizationId, by.scope()).isEmpty()) {
                return new ChangeOutcome.Unknown<>();
            }
            List<RegisterProblem> problems = draft.problems();
            return problems.isEmpty()
                    ? new ChangeOutcome.Done<>(write(organizationId, draft, by))
                    : new ChangeOutcome.Refused<>(problems);
        });
    }

    ChangeOutcome<OrganizationContact> change(
            long id, String organizationId, int version, ContactDraft draft, SignedIn by) {
        return transactions.change(_ -> {
            List<RegisterProblem> problems = draft.problems();
            return problems.isEmpty()
                    ? changed(
                            id,
                            organizationId,
                            version,
                            OrganizationAction.CONTACT_CHANGED,
                            contact -> drafted(contact, draft),
                            by)
                    : new ChangeOutcome.Refused<>(problems);
        });
    }

    /** Somebody found out today that it is true. */
    ChangeOutcome<OrganizationContact> verify(long id, String organizationId, int version, SignedIn by) {
        return transactions.change(_ -> changed(
                id,
                organizationId,
                version,
                OrganizationAction.CONTACT_VERIFIED,
                contact -> new OrganizationContact(
                        contact.id(),
                        contact.organizationId(),
                        contact.name(),
                        contact.title(),
                        contact.phone(),
                        contact.phoneAlways(),
                        contact.mail(),
                        contact.intakeAddress(),
                        clock.instant(),
                        by.displayName(),
                        contact.verifyDays(),
                        contact.version()),
                by));
    }

    ChangeOutcome<OrganizationContact> remove(long id, String organizationId, int version, SignedIn by) {
        return transactions.change(_ -> {
            Optional<OrganizationContact> found = contacts.find(id, organizationId, by.scope());
            if (found.isEmpty()) {
                return new ChangeOutcome.Unknown<>();
            }
            OrganizationContact contact = found.get();
            if (contact.version() != version) {
                return new ChangeOutcome.Stale<>(contact);
            }
            contacts.remove(id);
            audit.record(by, record(OrganizationAction.CONTACT_REMOVED, contact).changed(contact.fields(), Map.of()));
            return new ChangeOutcome.Done<>(contact);
        });
    }

    /** Adds one that has been checked; within a running change. */
    public OrganizationContact write(String organizationId, ContactDraft draft, @Nullable SignedIn by) {
        OrganizationContact added = contacts.add(organizationId, draft);
        audit.record(by, record(OrganizationAction.CONTACT_ADDED, added).changed(Map.of(), added.fields()));
        return added;
    }

    /** Changes one that has been checked; within a running change. */
    public void write(OrganizationContact before, ContactDraft draft, @Nullable SignedIn by) {
        write(OrganizationAction.CONTACT_CHANGED, before, drafted(before, draft), by);
    }

    private ChangeOutcome<OrganizationContact> changed(
            long id,
            String organizationId,
            int version,
            OrganizationAction action,
            UnaryOperator<OrganizationContact> change,
            SignedIn by) {
        Optional<OrganizationContact> found = contacts.find(id, organizationId, by.scope());
        if (found.isEmpty()) {
            return new ChangeOutcome.Unknown<>();
        }
        OrganizationContact before = found.get();
        if (before.version() != version) {
            return new ChangeOutcome.Stale<>(before);
        }
        OrganizationContact after = change.apply(before);
        if (!after.equals(before)) {
            write(action, before, after, by);
        }
        return new ChangeOutcome.Done<>(after);
    }

    private void write(
            OrganizationAction action, OrganizationContact before, OrganizationContact after, @Nullable SignedIn by) {
        contacts.change(after);
        audit.record(by, record(action, after).changed(before.differing(after), after.differing(before)));
    }

    /** Another number or address has not been verified by anybody. */
    private static OrganizationContact drafted(OrganizationContact contact, ContactDraft draft) {
        if (contact.draft().equals(draft)) {
            return contact;
        }
        boolean sameWays = java.util.Objects.equals(contact.phone(), draft.phone())
                && java.util.Objects.equals(contact.mail(), draft.mail())
                && contact.name().equals(draft.name());
        return new OrganizationContact(
                contact.id(),
                contact.organizationId(),
                draft.name(),
                draft.title(),
                draft.phone(),
                draft.phoneAlways(),
                draft.mail(),
                draft.intakeAddress(),
                sameWays ? contact.verifiedAt() : null,
                sameWays ? contact.verifiedBy() : null,
                draft.verifyDays(),
                contact.version());
    }

    private static AuditRecord record(OrganizationAction action, OrganizationContact contact) {
        return AuditRecord.of(
                action,
                "organization-contact",
                String.valueOf(contact.id()),
                contact.name(),
                Set.of(contact.organizationId()));
    }
}
