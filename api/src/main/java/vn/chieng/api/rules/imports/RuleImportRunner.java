package vn.chieng.api.rules.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.rules.ReadRule;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleAction;
import vn.chieng.api.rules.RuleBatch;
import vn.chieng.api.rules.RuleChange;
import vn.chieng.api.rules.RuleKind;
import vn.chieng.api.rules.RuleStore;
import vn.chieng.api.rules.RuleTexts;
import vn.chieng.api.rules.RuleWrite;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.api.uploads.UploadWork;

/** Reads an upload beside the request that brought it, one at a time, and applies it in one transaction when a person says so. */
@Component
final class RuleImportRunner {
    /** An import that nobody has worked on for so long died with its process. */
    static final Duration ABANDONED_AFTER = Duration.ofMinutes(2);

    private static final String KIND = "rule-import";
    private static final int REPORTED_EVERY = 100;
    private static final int KEPT = 10;

    private final ImportStore imports;
    private final ImportPlanner planner;
    private final RuleStore rules;
    private final RuleTexts texts;
    private final RuleBatch batch;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Unpacker unpacker = new Unpacker(Unpacker.Limits.USUAL);

    RuleImportRunner(
            ImportStore imports,
            ImportPlanner planner,
            RuleStore rules,
            RuleTexts texts,
            RuleBatch batch,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.imports = imports;
        this.planner = planner;
        this.rules = rules;
        this.texts = texts;
        this.batch = batch;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Begins to read an upload; empty while another import runs. */
    Optional<ImportJob> start(String fileName, List<RuleFile> uploads, SignedIn by) {
        tidy();
        Optional<ImportJob> job = imports.start(fileName, by, clock.instant());
        job.ifPresent(started -> run(started.id(), () -> compare(started.id(), uploads)));
        return job;
    }

    /** Begins to apply what was compared; false where it cannot be, or another import runs. */
    boolean apply(long id, Acceptance acceptance, SignedIn by) {
        tidy();
        if (!imports.move(id, UploadState.APPLYING, clock.instant())) {
            return false;
        }
        run(id, () -> applyNow(id, acceptance, by));
        return true;
    }

    /** Also before an import is looked at: nobody is told that an abandoned one still runs. */
    void tidy() {
        imports.tidy(clock.instant().minus(ABANDONED_AFTER), KEPT);
    }

    private void run(long id, Runnable work) {
        UploadWork.begin(KIND, id, work, () -> imports.fail(id, null, clock.instant()));
    }

    private void compare(long id, List<RuleFile> uploads) {
        switch (unpacked(uploads)) {
            case Unpacked.Unreadable(Unpacked.Reason reason) -> imports.fail(id, reason.code(), clock.instant());
            case Unpacked.Files files -> {
                int total = files.files().size();
                imports.progress(id, total, 0, clock.instant());
                List<ImportItem> items = planner.plan(files, progress(id, total));
                imports.progress(id, total, total, clock.instant());
                imports.compared(id, counts(items, files.skipped()), items, clock.instant());
            }
        }
    }

    /** Several files of one upload are one folder. */
    private Unpacked unpacked(List<RuleFile> uploads) {
        List<RuleFile> files = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int skipped = 0;
        for (RuleFile upload : uploads) {
            switch (unpacker.unpack(upload.path(), upload.content())) {
                case Unpacked.Unreadable unreadable -> {
                    return unreadable;
                }
                case Unpacked.Files some -> {
                    files.addAll(some.files());
                    refused.addAll(some.refused());
                    skipped += some.skipped();
                }
            }
        }
        return new Unpacked.Files(files, refused, skipped);
    }

    private static ImportJob.Counts counts(List<ImportItem> items, int skipped) {
        Map<ImportItem.Verdict, Long> by =
                items.stream().collect(Collectors.groupingBy(ImportItem::verdict, Collectors.counting()));
        long ineffective = items.stream()
                .filter(item ->
                        item.verdict() == ImportItem.Verdict.ADDED || item.verdict() == ImportItem.Verdict.CHANGED)
                .filter(item -> !item.missing().nothing())
                .count();
        return new ImportJob.Counts(
                by.getOrDefault(ImportItem.Verdict.ADDED, 0L).intValue(),
                by.getOrDefault(ImportItem.Verdict.CHANGED, 0L).intValue(),
                by.getOrDefault(ImportItem.Verdict.UNCHANGED, 0L).intValue(),
                by.getOrDefault(ImportItem.Verdict.REFUSED, 0L).intValue(),
                (int) ineffective,
                skipped,
                0,
                0);
    }

    private void applyNow(long id, Acceptance acceptance, SignedIn by) {
        ImportJob job = imports.find(id).orElseThrow();
        List<ImportItem> taken =
                imports.acceptable(id).stream().filter(acceptance::takes).toList();
        IntConsumer progress = progress(id, taken.size());
        progress.accept(0);
        transactions.executeWithoutResult(transaction -> {
            batch.alone();
            List<RuleWrite> added = new ArrayList<>();
            List<RuleWrite> changed = new ArrayList<>();
            write(job, taken, acceptance, by, added, changed, progress);
            batch.write(added, changed);
            int enabled =
                    (int) added.stream().filter(write -> write.rule().enabled()).count();
            audit.record(
                    by,
                    AuditRecord.of(
                                    RuleAction.RULES_IMPORTED,
                                    "rule-import",
                                    String.valueOf(id),
                                    job.fileName(),
                                    Set.of())
                            .changed(
                                    Map.of(),
                                    Map.of("added", added.size(), "changed", changed.size(), "enabled", enabled)));
            // what has been given up in the meantime, as abandoned, is not applied behind anybody's back
            if (!imports.applied(id, added.size() + changed.size(), enabled, clock.instant())) {
                transaction.setRollbackOnly();
            }
        });
    }

    private void write(
            ImportJob job,
            List<ImportItem> taken,
            Acceptance acceptance,
            SignedIn by,
            List<RuleWrite> added,
            List<RuleWrite> changed,
            IntConsumer progress) {
        Instant now = clock.instant();
        Map<String, Rule> known = rules.lock(taken.stream()
                .map(item -> Objects.requireNonNull(item.ruleId()))
                .toList());
        int done = 0;
        for (ImportItem item : taken) {
            ReadRule read = texts.read(item.file(), Objects.requireNonNull(item.text()));
            Rule before = known.get(item.ruleId());
            // a rule that somebody has added or changed since the comparison is judged by what it is now
            if (read instanceof ReadRule.Sound sound) {
                if (before == null) {
                    Rule rule = Rule.added(sound, RuleKind.IMPORTED, job.fileName(), acceptance.enables(item), now);
                    added.add(new RuleWrite(rule, sound.text(), "", RuleChange.ADDED, by.displayName(), null));
                } else if (before.kind() == RuleKind.IMPORTED
                        && !before.textHash().equals(sound.hash())) {
                    changed.add(batch.rewritten(before, sound, job.fileName(), now, by.displayName()));
                }
            }
            progress.accept(++done);
        }
    }

    private IntConsumer progress(long id, int total) {
        return UploadWork.every(REPORTED_EVERY, done -> imports.progress(id, total, done, clock.instant()));
    }
}
