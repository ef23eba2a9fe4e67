package vn.chieng.api.law;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.reading.PackEdit;

/** Opens, writes and decides drafts; each step is recorded, and nobody approves what they wrote at. */
@Component
final class PackDrafts {
    static final int MOST_TEXT = 1_000_000;

    private final DraftStore store;
    private final StoredLaw stored;
    private final LoadedLaw law;
    private final LawRefresh refresh;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Supplier<UUID> ids = UUID::randomUUID;

    PackDrafts(
            DraftStore store,
            StoredLaw stored,
            LoadedLaw law,
            LawRefresh refresh,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.stored = stored;
        this.law = law;
        this.refresh = refresh;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A draft as its reader saw it. */
    record Seen(UUID id, int rowVersion) {}

    DraftOutcome open(NewDraft asked, SignedIn by) {
        return done(_ -> {
            Optional<PackDraft> other = store.openOf(asked.pack());
            if (other.isPresent()) {
                return new DraftOutcome.Busy(other.get());
            }
            Optional<PackDraft> opened = asked.copy(law, ids.get(), by, clock.instant());
            if (opened.isEmpty()) {
                return asked.knownTo(law) ? new DraftOutcome.ReadOnly() : new DraftOutcome.Unknown();
            }
            PackDraft draft = opened.get();
            if (!store.add(draft)) {
                return store.openOf(asked.pack())
                        .<DraftOutcome>map(DraftOutcome.Busy::new)
                        .orElseGet(DraftOutcome.Unknown::new);
            }
            audit.record(
                    by,
                    record(LawAction.LAWDRAFT_OPENED, draft)
                            .changed(Map.of(), Map.of("base", draft.base().toString()))
                            .because(draft.summary()));
            return new DraftOutcome.Done(draft);
        });
    }

    /** Keeps the text whether or not it is sound; it is checked before it is submitted. */
    DraftOutcome write(Seen seen, String file, String text, SignedIn by) {
        return change(seen, draft -> {
            if (!draft.files().containsKey(file) || text.length() > MOST_TEXT) {
                return new DraftOutcome.Unknown();
            }
            Map<String, String> files = new LinkedHashMap<>(draft.files());
            files.put(file, text);
            return written(draft, files, by, file);
        });
    }

    /** Marks a rule as compared with the original. */
    DraftOutcome verify(Seen seen, String rule, Basis.Verification verification, SignedIn by) {
        return change(
                seen,
                draft -> PackEdit.verified(draft.files(), rule, verification)
                        .map(files -> written(draft, files, by, rule))
                        .orElseGet(DraftOutcome.Unknown::new));
    }

    private DraftOutcome written(PackDraft draft, Map<String, String> files, SignedIn by, String what) {
        if (!draft.state().editable()) {
            return new DraftOutcome.WrongState(draft);
        }
        if (files.equals(draft.files())) {
            return new DraftOutcome.Done(draft);
        }
        Set<Long> editors = new TreeSet<>(draft.editors());
        editors.add(by.accountId());
        store.change(next(draft, draft.state(), files, editors, draft.submittedAt(), draft.decision()));
        audit.record(by, record(LawAction.LAWDRAFT_CHANGED, draft).changed(Map.of(), Map.of("what", what)));
        return found(draft.id());
    }

    DraftOutcome submit(Seen seen, SignedIn by) {
        return change(seen, draft -> {
            if (!draft.state().leadsTo(DraftState.SUBMITTED)) {
                return new DraftOutcome.WrongState(draft);
            }
            DraftCheck check = DraftCheck.of(draft, law.packs());
            return check.sound()
                    ? moved(draft, DraftState.SUBMITTED, LawAction.LAWDRAFT_SUBMITTED, null, by)
                    : new DraftOutcome.Broken(draft, check.issues());
        });
    }

    DraftOutcome approve(Seen seen, @Nullable String reason, SignedIn by) {
        return change(seen, draft -> {
            if (!draft.state().leadsTo(DraftState.APPROVED)) {
                return new DraftOutcome.WrongState(draft);
            }
            if (by.accountId() == 0 || draft.editors().contains(by.accountId())) {
                return new DraftOutcome.OwnWork(draft);
            }
            DraftCheck check = DraftCheck.of(draft, law.packs());
            if (!check.sound()) {
                return new DraftOutcome.Broken(draft, check.issues());
            }
            stored.publish(draft, clock.instant());
            refresh.afterCommit();
            return moved(draft, DraftState.APPROVED, LawAction.LAWDRAFT_APPROVED, reason, by);
        });
    }

    DraftOutcome giveBack(Seen seen, String reason, SignedIn by) {
        return change(
                seen,
                draft -> draft.editors().contains(by.accountId())
                        ? new DraftOutcome.OwnWork(draft)
                        : moved(draft, DraftState.RETURNED, LawAction.LAWDRAFT_RETURNED, reason, by));
    }

    DraftOutcome withdraw(Seen seen, @Nullable String reason, SignedIn by) {
        return change(seen, draft -> moved(draft, DraftState.WITHDRAWN, LawAction.LAWDRAFT_WITHDRAWN, reason, by));
    }

    private DraftOutcome moved(PackDraft draft, DraftState to, LawAction action, @Nullable String reason, SignedIn by) {
        if (!draft.state().leadsTo(to)) {
            return new DraftOutcome.WrongState(draft);
        }
        Instant now = clock.instant();
        boolean submitted = to == DraftState.SUBMITTED;
        store.change(next(
                draft,
                to,
                draft.files(),
                draft.editors(),
                submitted ? now : draft.submittedAt(),
                submitted ? null : new PackDraft.Decision(by.displayName(), now, reason)));
        audit.record(
                by,
                record(action, draft)
                        .changed(Map.of("state", draft.state().name()), Map.of("state", to.name()))
                        .because(reason));
        return found(draft.id());
    }

    private PackDraft next(
            PackDraft draft,
            DraftState state,
            Map<String, String> files,
            Set<Long> editors,
            @Nullable Instant submittedAt,
            PackDraft.@Nullable Decision decision) {
        return new PackDraft(
                draft.id(),
                draft.pack(),
                draft.base(),
                draft.version(),
                files,
                draft.summary(),
                state,
                editors,
                draft.authorName(),
                draft.createdAt(),
                clock.instant(),
                submittedAt,
                decision,
                draft.rowVersion());
    }

    private DraftOutcome change(Seen seen, Function<PackDraft, DraftOutcome> step) {
        return done(_ -> {
            Optional<PackDraft> held = store.held(seen.id());
            if (held.isEmpty()) {
                return new DraftOutcome.Unknown();
            }
            return held.get().rowVersion() == seen.rowVersion()
                    ? step.apply(held.get())
                    : new DraftOutcome.Stale(held.get());
        });
    }

    private DraftOutcome done(org.springframework.transaction.support.TransactionCallback<DraftOutcome> work) {
        return Objects.requireNonNull(transactions.execute(work));
    }

    private DraftOutcome found(UUID id) {
        return new DraftOutcome.Done(store.find(id).orElseThrow());
    }

    private static AuditRecord record(LawAction action, PackDraft draft) {
        return AuditRecord.of(action, "law-draft", draft.id().toString(), draft.name(), Set.of());
    }
}
