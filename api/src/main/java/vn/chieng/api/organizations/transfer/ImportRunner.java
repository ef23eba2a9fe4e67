package vn.chieng.api.organizations.transfer;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.organizations.ChangeOutcome;
import vn.chieng.api.organizations.ContactEditor;
import vn.chieng.api.organizations.ContactStore;
import vn.chieng.api.organizations.OrganizationAction;
import vn.chieng.api.organizations.OrganizationEntry;
import vn.chieng.api.organizations.OrganizationIds;
import vn.chieng.api.organizations.OrganizationRegister;
import vn.chieng.api.organizations.OrganizationStore;
import vn.chieng.api.organizations.Register;
import vn.chieng.api.organizations.RegisterTransactions;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.api.uploads.UploadWork;

/** Reads a file beside the request that brought it, one file at a time, and applies it in one transaction when a person says so. */
@Component
final class ImportRunner {
    /** An import that nobody has worked on for so long died with its process. */
    static final Duration ABANDONED_AFTER = Duration.ofMinutes(2);

    private static final String KIND = "organization-import";
    private static final int REPORTED_EVERY = 50;
    private static final int KEPT = 20;

    private final ImportStore imports;
    private final OrganizationStore versions;
    private final OrganizationRegister register;
    private final ContactStore contacts;
    private final ContactEditor contactEditor;
    private final RegisterTransactions transactions;
    private final OrganizationPlanner bodies;
    private final AuditTrail audit;
    private final Clock clock;
    private final CsvReader reader = new CsvReader();
    private final ContactPlanner people = new ContactPlanner();

    ImportRunner(
            ImportStore imports,
            OrganizationStore versions,
            OrganizationRegister register,
            ContactStore contacts,
            ContactEditor contactEditor,
            RegisterTransactions transactions,
            OrganizationIds ids,
            AuditTrail audit,
            Clock clock) {
        this.imports = imports;
        this.versions = versions;
        this.register = register;
        this.contacts = contacts;
        this.contactEditor = contactEditor;
        this.transactions = transactions;
        this.bodies = new OrganizationPlanner(ids);
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins to read a file; empty while another import runs. */
    Optional<ImportJob> start(String fileName, byte[] content, SignedIn by) {
        tidy();
        Optional<ImportJob> job = imports.start(fileName, content, by, clock.instant());
        job.ifPresent(started -> run(started.id(), () -> compare(started.id(), content)));
        return job;
    }

    /** Begins to apply what was compared; false where it cannot be, or another import runs. */
    boolean apply(long id, SignedIn by) {
        tidy();
        if (!imports.move(id, UploadState.APPLYING, clock.instant())) {
            return false;
        }
        run(id, () -> applyNow(id, by));
        return true;
    }

    /** Also before an import is looked at: nobody is told that an abandoned one still runs. */
    void tidy() {
        imports.tidy(clock.instant().minus(ABANDONED_AFTER), KEPT);
    }

    private void run(long id, Runnable work) {
        UploadWork.begin(KIND, id, work, () -> imports.move(id, UploadState.FAILED, clock.instant()));
    }

    private void compare(long id, byte[] content) {
        // first the version: whatever changes while the register is read makes the comparison outdated, not wrong
        long version = versions.version();
        CsvTable table = reader.read(content);
        int total = table.rows().size() + table.uncut().size();
        imports.progress(id, total, 0, clock.instant());
        ImportPlan plan = plan(table, progress(id, total));
        imports.progress(id, total, total, clock.instant());
        imports.compared(
                id,
                table.content(),
                version,
                new ImportJob.Counts(
                        plan.count(ImportLine.Verdict.ADDED),
                        plan.count(ImportLine.Verdict.CHANGED),
                        plan.count(ImportLine.Verdict.UNCHANGED),
                        plan.count(ImportLine.Verdict.BAD)),
                plan.lines(),
                clock.instant());
    }

    private ImportPlan plan(CsvTable table, IntConsumer progress) {
        Register current = new Register(register.entries(new Scope.Everything()));
        return switch (table.content()) {
            case ORGANIZATIONS -> bodies.plan(table, current, progress);
            case CONTACTS -> people.plan(table, current, contacts.all(new Scope.Everything()), progress);
        };
    }

    private void applyNow(long id, SignedIn by) {
        ImportJob job = imports.find(id).orElseThrow();
        CsvTable table = reader.read(imports.content(id));
        ChangeOutcome<ImportJob> outcome = transactions.change(version -> {
            if (!Objects.equals(job.baseVersion(), version)) {
                return new ChangeOutcome.Stale<>(job);
            }
            ImportPlan plan = plan(table, _ -> {});
            IntConsumer progress = progress(id, plan.writes().size());
            progress.accept(0);
            int done = 0;
            for (ImportPlan.Write write : plan.writes()) {
                write(write, by);
                progress.accept(++done);
            }
            audit.record(by, summary(job, table.content()));
            // what has been given up in the meantime, as abandoned, is not applied behind anybody's back
            return imports.move(id, UploadState.APPLIED, clock.instant())
                    ? new ChangeOutcome.Done<>(job)
                    : new ChangeOutcome.Stale<>(job);
        });
        if (!(outcome instanceof ChangeOutcome.Done<ImportJob>)) {
            imports.move(id, UploadState.OUTDATED, clock.instant());
        }
    }

    private void write(ImportPlan.Write write, SignedIn by) {
        switch (write) {
            case ImportPlan.Write.AddedBody(OrganizationEntry entry) -> {
                register.add(entry);
                audit.record(
                        by, record(OrganizationAction.ORGANIZATION_ADDED, entry).changed(Map.of(), entry.fields()));
            }
            case ImportPlan.Write.ChangedBody(OrganizationEntry before, OrganizationEntry after) -> {
                register.change(after);
                audit.record(
                        by,
                        record(OrganizationAction.ORGANIZATION_CHANGED, after)
                                .changed(before.differing(after), after.differing(before)));
            }
            case ImportPlan.Write.AddedContact added -> contactEditor.write(added.organizationId(), added.draft(), by);
            case ImportPlan.Write.ChangedContact changed -> contactEditor.write(changed.before(), changed.draft(), by);
        }
    }

    private static AuditRecord record(OrganizationAction action, OrganizationEntry entry) {
        return AuditRecord.of(
                action, "organization", entry.id(), entry.organization().name(), Set.of(entry.id()));
    }

    private static AuditRecord summary(ImportJob job, ImportJob.Content content) {
        Map<String, @Nullable Object> counts = new HashMap<>();
        counts.put("added", job.counts().added());
        counts.put("changed", job.counts().changed());
        counts.put("bad", job.counts().bad());
        OrganizationAction action = content == ImportJob.Content.CONTACTS
                ? OrganizationAction.CONTACTS_IMPORTED
                : OrganizationAction.ORGANIZATIONS_IMPORTED;
        return AuditRecord.of(action, "organization-import", String.valueOf(job.id()), job.fileName(), Set.of())
                .changed(Map.of(), counts);
    }

    private IntConsumer progress(long id, int total) {
        return UploadWork.every(REPORTED_EVERY, done -> imports.progress(id, total, done, clock.instant()));
    }
}
