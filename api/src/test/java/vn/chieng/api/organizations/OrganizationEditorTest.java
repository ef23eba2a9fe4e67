package vn.chieng.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;

class OrganizationEditorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    private final RegisterInMemory register = new RegisterInMemory(
            Entries.entry("org-root", null, "Tỉnh"),
            Entries.entry("org-a", "org-root", "Sở A"),
            Entries.entry("org-b", "org-root", "Sở B"));
    private final MemoryDirectory directory = new MemoryDirectory(register, CLOCK);
    private final List<AuditRecord> trail = new ArrayList<>();
    private final OrganizationEditor editor = new OrganizationEditor(
            new RegisterTransactions(new TransactionTemplate(new NoTransactions()), register, directory),
            register,
            (by, record) -> trail.add(record));

    /** The work runs as it is. */
    private static final class NoTransactions extends AbstractPlatformTransactionManager {
        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }

    private static SignedIn caller(Scope scope) {
        return new SignedIn(1, "a", "Người A", Role.OWNER, 1, "org-a", scope, Role.OWNER.permissions(), "vi", Set.of());
    }

    private static OrganizationEditor.Edit rename(String id, int version, String name) {
        return new OrganizationEditor.Edit(
                id,
                version,
                OrganizationAction.ORGANIZATION_CHANGED,
                "vì đổi tên",
                entry -> entry.with(
                        Entries.entry(id, entry.organization().parentId(), name).organization()));
    }

    @Test
    void aChangeIsAuditedWithWhatItWasAndIs() {
        assertThat(editor.change(rename("org-a", 1, "Sở Mới"), caller(new Scope.Everything())))
                .isInstanceOf(ChangeOutcome.Done.class);
        assertThat(trail).singleElement().satisfies(record -> {
            assertThat(record.action().code()).isEqualTo("organization.changed");
            assertThat(record.objectId()).isEqualTo("org-a");
            assertThat(record.organizationIds()).containsExactly("org-a");
            assertThat(record.before()).isEqualTo(Map.of("name", "Sở A"));
            assertThat(record.after()).isEqualTo(Map.of("name", "Sở Mới"));
            assertThat(record.reason()).isEqualTo("vì đổi tên");
        });
    }

    @Test
    void nothingIsAuditedThatChangesNothing() {
        editor.change(rename("org-a", 1, "Sở A"), caller(new Scope.Everything()));
        assertThat(trail).isEmpty();
    }

    @Test
    void aChangeIsSeenHereAtOnce() {
        assertThat(directory.name("org-a", java.util.Locale.of("vi"))).isEqualTo("Sở A");
        editor.change(rename("org-a", 1, "Sở Mới"), caller(new Scope.Everything()));
        assertThat(directory.name("org-a", java.util.Locale.of("vi"))).isEqualTo("Sở Mới");
    }

    @Test
    void aStaleOrForeignChangeLeavesNoTrace() {
        assertThat(editor.change(rename("org-a", 7, "Sở Mới"), caller(new Scope.Everything())))
                .isInstanceOf(ChangeOutcome.Stale.class);
        assertThat(editor.change(rename("org-a", 1, "Sở Mới"), caller(new Scope.Organizations(Set.of("org-b")))))
                .isInstanceOf(ChangeOutcome.Unknown.class);
        assertThat(trail).isEmpty();
        assertThat(register.find("org-a", new Scope.Everything())
                        .orElseThrow()
                        .organization()
                        .name())
                .isEqualTo("Sở A");
    }

    @Test
    void aRefusalNamesNoBodyOutsideTheScope() {
        assertThat(editor.change(rename("org-a", 1, "Sở B"), caller(new Scope.Everything())))
                .isEqualTo(new ChangeOutcome.Refused<OrganizationEntry>(
                        List.of(RegisterProblem.of("name", RegisterProblem.Reason.NAME_TAKEN, "org-b"))));
        assertThat(editor.change(rename("org-a", 1, "Sở B"), caller(new Scope.Organizations(Set.of("org-a")))))
                .isInstanceOf(ChangeOutcome.Done.class);
    }

    @Test
    void aDissolvedBodyHandsOverToItsSuccessor() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        OrganizationEntry coded = register.find("org-a", new Scope.Everything())
                .orElseThrow()
                .withCodes(List.of(new OrganizationCode("qd-20", "H21.01", null, null, null)));
        register.add(coded);
        editor.dissolve(
                new OrganizationEditor.Edit(
                        "org-a", 1, OrganizationAction.ORGANIZATION_DISSOLVED, null, entry -> entry.endedOn(last)),
                "org-b",
                caller(new Scope.Everything()));
        OrganizationEntry ended = register.find("org-a", new Scope.Everything()).orElseThrow();
        assertThat(ended.organization().validTo()).isEqualTo(last);
        assertThat(ended.codes())
                .singleElement()
                .extracting(OrganizationCode::validTo)
                .isEqualTo(last);
        assertThat(register.find("org-b", new Scope.Everything()).orElseThrow().predecessors())
                .containsExactly("org-a");
        assertThat(trail)
                .extracting(record -> record.action().code())
                .containsExactly("organization.changed", "organization.dissolved");
    }

    @Test
    void nobodySucceedsItself() {
        assertThat(editor.dissolve(
                        new OrganizationEditor.Edit(
                                "org-a", 1, OrganizationAction.ORGANIZATION_DISSOLVED, null, entry -> entry),
                        "org-a",
                        caller(new Scope.Everything())))
                .isInstanceOf(ChangeOutcome.Refused.class);
    }
}
