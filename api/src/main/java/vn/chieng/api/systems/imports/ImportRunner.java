package vn.chieng.api.systems.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.spreadsheets.Sheet;
import vn.chieng.api.spreadsheets.SheetIssue;
import vn.chieng.api.spreadsheets.SheetLimits;
import vn.chieng.api.spreadsheets.SheetReader;
import vn.chieng.api.spreadsheets.SheetReading;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAction;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemTransactions.Edit;
import vn.chieng.api.systems.belongings.BelongingEditor;
import vn.chieng.api.systems.belongings.StatedLink;
import vn.chieng.api.systems.belongings.SystemAddress;
import vn.chieng.api.systems.cards.SystemEditor;
import vn.chieng.api.systems.lists.LinkColumns;
import vn.chieng.api.systems.lists.SystemColumns;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.api.uploads.UploadWork;

/** Compares a file beside the request that brought it, and applies it in one transaction when a person says so. */
@Component("systemImportRunner")
final class ImportRunner {
    /** More rows are refused: each is a change with its audit record and its asset. */
    static final SheetLimits LIMITS = new SheetLimits(2_000, 64, 4_000);

    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(2);
    private static final int REPORTED_EVERY = 50;
    private static final String KIND = "system-import";

    private final ImportStore imports;
    private final ImportPlanner planner;
    private final SystemEditor editor;
    private final BelongingEditor belongings;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SheetReader reader = new SheetReader(LIMITS);

    ImportRunner(
            ImportStore imports,
            ImportPlanner planner,
            SystemEditor editor,
            BelongingEditor belongings,
            TransactionTemplate transactions,
            AuditTrail audit,
            Clock clock) {
        this.imports = imports;
        this.planner = planner;
        this.editor = editor;
        this.belongings = belongings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins to read a file. */
    ImportJob start(String fileName, byte[] content, String organizationId, SignedIn by) {
        ImportJob job = imports.start(fileName, content, organizationId, by, clock.instant());
        run(job.id(), () -> compare(job.id(), content, by));
        return job;
    }

    /** Begins to apply what was compared; false where it cannot be any more. */
    boolean apply(long id, SignedIn by) {
        if (!imports.move(id, UploadState.APPLYING, clock.instant())) {
            return false;
        }
        run(id, () -> applyNow(id, by));
        return true;
    }

    /** Nobody is told that an abandoned one still runs. */
    void tidy() {
        imports.tidy(clock.instant().minus(ABANDONED_AFTER));
    }

    private void run(long id, Runnable work) {
        UploadWork.begin(KIND, id, work, () -> imports.move(id, UploadState.FAILED, clock.instant()));
    }

    private void compare(long id, byte[] content, SignedIn by) {
        ImportPlanner.Plan plan = plan(id, content, by);
        imports.compared(id, plan.counts(), plan.lines(), clock.instant());
    }

    private ImportPlanner.Plan plan(long id, byte[] content, SignedIn by) {
        return switch (reader.read(content)) {
            case SheetReading.Accepted(Sheet sheet) -> {
                int total = sheet.rows().size();
                imports.progress(id, total, 0, clock.instant());
                Annexed annexed = annexed(sheet, content);
                ImportPlanner.Plan plan = planner.plan(annexed.sheet(), by.scope(), progress(id, total));
                imports.progress(id, total, total, clock.instant());
                yield plan.with(annexed.wrong());
            }
            case SheetReading.Refused(List<SheetIssue> issues) ->
                new ImportPlanner.Plan(
                        issues.stream().map(issue -> line(issue, null)).toList(), List.of());
        };
    }

    /** The table with its links, and what is wrong with the sheet that they stand in. */
    private record Annexed(Sheet sheet, List<ImportLine> wrong) {}

    private Annexed annexed(Sheet sheet, byte[] content) {
        SheetReading annex = reader.annex(content, LinkColumns.SHEET).orElse(null);
        return switch (annex) {
            case null -> new Annexed(sheet, List.of());
            case SheetReading.Accepted(Sheet links) -> {
                LinkAnnex.Merged merged = LinkAnnex.into(sheet, links);
                yield new Annexed(
                        merged.sheet(),
                        merged.misplaced().stream().map(ImportRunner::misplaced).toList());
            }
            case SheetReading.Refused(List<SheetIssue> issues) ->
                new Annexed(
                        sheet,
                        issues.stream()
                                .filter(issue -> issue.reason() != SheetIssue.Reason.FILE_EMPTY)
                                .map(issue -> line(issue, LinkColumns.SHEET))
                                .toList());
        };
    }

    private static ImportLine misplaced(LinkAnnex.Misplaced row) {
        return new ImportLine(
                row.row(),
                ImportLine.Verdict.BAD,
                null,
                LinkColumns.SHEET,
                List.of(ImportLine.Detail.wrong(
                        SystemColumns.LINKS, "systems.problem.link-unreadable", List.of(row.text()))));
    }

    private static ImportLine line(SheetIssue issue, @Nullable String sheet) {
        return new ImportLine(
                issue.row(),
                ImportLine.Verdict.BAD,
                null,
                sheet,
                List.of(ImportLine.Detail.wrong(
                        sheet == null ? issue.column() : sheet + "!" + issue.column(),
                        "spreadsheets.issue." + issue.reason().code(),
                        issue.arguments())));
    }

    private void applyNow(long id, SignedIn by) {
        byte[] content = imports.content(id);
        Boolean applied = transactions.execute(status -> {
            ImportPlanner.Plan plan = plan(id, content, by);
            boolean same = plan.lines().equals(imports.allLines(id));
            if (!same || !written(id, plan.writes(), by)) {
                status.setRollbackOnly();
                return false;
            }
            ImportJob.Counts counts = plan.counts();
            audit.record(
                    by,
                    AuditRecord.of(
                                    SystemAction.SYSTEMS_IMPORTED,
                                    "system-import",
                                    String.valueOf(id),
                                    null,
                                    by.organizationId() == null ? Set.of() : Set.of(by.organizationId()))
                            .changed(
                                    Map.of(),
                                    Map.of("added", counts.added(), "changed", counts.changed(), "bad", counts.bad())));
            return imports.move(id, UploadState.APPLIED, clock.instant());
        });
        if (!Boolean.TRUE.equals(applied)) {
            imports.move(id, UploadState.OUTDATED, clock.instant());
        }
    }

    private boolean written(long id, List<ImportPlanner.Write> writes, SignedIn by) {
        IntConsumer progress = progress(id, writes.size());
        int done = 0;
        for (ImportPlanner.Write write : writes) {
            if (!(linked(write, addressed(write, outcome(write, by), by), by) instanceof SystemOutcome.Done)) {
                return false;
            }
            progress.accept(++done);
        }
        return true;
    }

    private SystemOutcome addressed(ImportPlanner.Write write, SystemOutcome outcome, SignedIn by) {
        List<SystemAddress> addresses = write.addresses();
        return addresses != null && outcome instanceof SystemOutcome.Done(RegisteredSystem now)
                ? belongings.replaceAddresses(new Edit(now.id(), now.version(), by), addresses)
                : outcome;
    }

    private SystemOutcome linked(ImportPlanner.Write write, SystemOutcome outcome, SignedIn by) {
        List<StatedLink> links = write.links();
        return links != null && outcome instanceof SystemOutcome.Done(RegisteredSystem now)
                ? belongings.replaceLinks(new Edit(now.id(), now.version(), by), links)
                : outcome;
    }

    private SystemOutcome outcome(ImportPlanner.Write write, SignedIn by) {
        RegisteredSystem before = write.before();
        if (before == null) {
            return editor.add(write.card(), write.answers(), by);
        }
        return changed(write, before, by);
    }

    private SystemOutcome changed(ImportPlanner.Write write, RegisteredSystem before, SignedIn by) {
        SystemOutcome card = editor.change(new Edit(before.id(), before.version(), by), write.card());
        return card instanceof SystemOutcome.Done(RegisteredSystem now)
                ? editor.change(new Edit(now.id(), now.version(), by), write.answers())
                : card;
    }

    private IntConsumer progress(long id, int total) {
        return UploadWork.every(REPORTED_EVERY, done -> imports.progress(id, total, done, clock.instant()));
    }
}
