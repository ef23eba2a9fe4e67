package vn.chieng.api.dossiers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.dossiers.content.Answers;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.content.SectionMerge;
import vn.chieng.api.dossiers.workflow.MoveOutcome;
import vn.chieng.law.pack.Procedure;

/** Saves sections: each save is a version, and two who write the same section lose nothing. */
@Component
public class DossierWriting {
    /** Most places of a change that the audit log names. */
    private static final int MOST_NAMED = 20;

    private final TransactionTemplate transactions;
    private final DossierStore store;
    private final DossierContext context;
    private final AuditTrail audit;

    DossierWriting(TransactionTemplate transactions, DossierStore store, DossierContext context, AuditTrail audit) {
        this.transactions = transactions;
        this.store = store;
        this.context = context;
        this.audit = audit;
    }

    /**
     * What somebody typed into a section.
     *
     * @param version the version that was on the page
     * @param texts by field
     * @param rows those that were on the page; an empty one is taken away
     * @param done whether the writer says it is done; null leaves it
     */
    public record Typed(
            int version,
            Map<String, String> texts,
            List<SectionContent.Row> rows,
            @Nullable Boolean done) {
        public Typed {
            texts = Map.copyOf(texts);
            rows = List.copyOf(rows);
        }
    }

    /** Saves what was typed, merged with what others saved since; what is incomplete is kept, but is not done. */
    public DossierOutcome<StoredSection> save(UUID id, String key, Typed typed, SignedIn by) {
        return write(id, key, DossierAction.DOSSIER_SECTION_SAVED, by, target -> {
            Optional<StoredSection> base = store.section(id, key, typed.version());
            if (base.isEmpty()) {
                return DossierOutcome.refused(key, "version-unknown");
            }
            SectionContent mine = base.get().content().withTexts(typed.texts()).withRows(typed.rows());
            StoredSection current = target.stored();
            SectionMerge merge = SectionMerge.of(base.get().content(), mine, current.content());
            if (!merge.clean()) {
                return new DossierOutcome.Clashing<>(current, mine, merge);
            }
            List<DossierOutcome.Flaw> flaws = unreadableDays(target.section(), typed);
            if (!flaws.isEmpty()) {
                return new DossierOutcome.Refused<>(flaws);
            }
            boolean wanted = typed.done() == null ? current.done() : typed.done();
            boolean done = wanted && target.section().missing(merge.content()).isEmpty();
            return merge.content().equals(current.content()) && done == current.done()
                    ? new DossierOutcome.Done<>(current)
                    : new DossierOutcome.Done<>(next(current, merge.content(), done, null, by));
        });
    }

    private static List<DossierOutcome.Flaw> unreadableDays(Section section, Typed typed) {
        return section.kind() != Section.Kind.CHECKLIST
                ? List.of()
                : typed.rows().stream()
                        .filter(row -> !row.cell(Answers.DUE).isBlank()
                                && DossierFactsOf.day(row.cell(Answers.DUE)).isEmpty())
                        .map(row -> DossierOutcome.Flaw.of(
                                "c." + row.key() + "." + Answers.DUE, "day-unreadable", row.cell(Answers.DUE)))
                        .toList();
    }

    /** Adds rows to a table, or takes their place for all that was there. */
    public DossierOutcome<StoredSection> importRows(
            UUID id, String key, int version, List<SectionContent.Row> rows, boolean replace, SignedIn by) {
        return write(id, key, DossierAction.DOSSIER_TABLE_IMPORTED, by, target -> {
            StoredSection current = target.stored();
            if (current.version() != version) {
                return new DossierOutcome.Clashing<>(
                        current, current.content(), new SectionMerge(current.content(), List.of()));
            }
            List<SectionContent.Row> all =
                    new ArrayList<>(replace ? List.of() : current.content().rows());
            all.addAll(rows);
            if (all.size() > SectionContent.MOST_ROWS) {
                return DossierOutcome.refused("file", "too-many-rows", SectionContent.MOST_ROWS);
            }
            return new DossierOutcome.Done<>(
                    next(current, new SectionContent(current.content().texts(), all), current.done(), null, by));
        });
    }

    /** Copies sections from another dossier within the scope; what is copied is marked, and what was there stays as a version. */
    public DossierOutcome<Integer> copy(UUID id, UUID from, Collection<String> keys, SignedIn by) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Dossier> source = store.find(from, by.scope());
            if (source.isEmpty()) {
                return DossierOutcome.refused("from", "source-unknown");
            }
            Map<String, StoredSection> held = store.sections(from);
            int copied = 0;
            for (String key : new java.util.TreeSet<>(keys)) {
                StoredSection taken = held.get(key);
                if (taken != null && !taken.content().isEmpty()) {
                    DossierOutcome<StoredSection> saved = write(
                            id,
                            key,
                            DossierAction.DOSSIER_SECTION_COPIED,
                            by,
                            target -> new DossierOutcome.Done<>(next(
                                    target.stored(),
                                    taken.content(),
                                    false,
                                    source.get().number(),
                                    by)));
                    if (!(saved instanceof DossierOutcome.Done)) {
                        status.setRollbackOnly();
                        return same(saved);
                    }
                    copied++;
                }
            }
            return new DossierOutcome.Done<>(copied);
        }));
    }

    @SuppressWarnings("unchecked") // none of the failures holds a value
    private static <T> DossierOutcome<T> same(DossierOutcome<?> failure) {
        return (DossierOutcome<T>) failure;
    }

    private record Target(Dossier dossier, Section section, StoredSection stored) {}

    private DossierOutcome<StoredSection> write(
            UUID id,
            String key,
            DossierAction action,
            SignedIn by,
            Function<Target, DossierOutcome<StoredSection>> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Dossier> locked = store.lock(id, by.scope());
            Optional<Section> section =
                    locked.map(context::known).flatMap(known -> known.sections().find(key));
            if (section.isEmpty()) {
                return new DossierOutcome.Unknown<>();
            }
            Dossier dossier = locked.get();
            if (!dossier.state().editable()) {
                return new DossierOutcome.NotAllowed<>(new MoveOutcome.NotNow(dossier.state()));
            }
            if (!by.scope().covers(dossier.operatorId())) {
                return new DossierOutcome.NotAllowed<>(new MoveOutcome.NotYours(Set.of(Procedure.Side.OPERATOR)));
            }
            StoredSection current = store.section(id, key);
            DossierOutcome<StoredSection> outcome = change.apply(new Target(dossier, section.get(), current));
            if (outcome instanceof DossierOutcome.Done<StoredSection>(StoredSection saved)
                    && saved.version() > current.version()) {
                store.save(id, saved, context.now());
                record(dossier, action, current, saved, by);
            }
            return outcome;
        }));
    }

    private StoredSection next(
            StoredSection current, SectionContent content, boolean done, @Nullable String from, SignedIn by) {
        return new StoredSection(
                current.key(),
                current.version() + 1,
                content,
                done,
                from,
                context.now(),
                by.accountId(),
                by.displayName());
    }

    /** The log names which places changed; the words themselves are in the versions. */
    private void record(Dossier dossier, DossierAction action, StoredSection before, StoredSection after, SignedIn by) {
        List<String> places = SectionMerge.differences(before.content(), after.content()).stream()
                .map(SectionMerge.Clash::place)
                .limit(MOST_NAMED)
                .toList();
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        was.put("version", before.version());
        was.put("done", before.done());
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        is.put("section", after.key());
        is.put("version", after.version());
        is.put("done", after.done());
        is.put("places", places);
        if (after.reusedFrom() != null) {
            is.put("from", after.reusedFrom());
        }
        audit.record(
                by,
                AuditRecord.of(
                                action,
                                "dossier",
                                dossier.id().toString(),
                                dossier.number(),
                                Set.copyOf(dossier.organizationIds()))
                        .changed(was, is));
    }
}
