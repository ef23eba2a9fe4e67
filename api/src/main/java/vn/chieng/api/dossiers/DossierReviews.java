package vn.chieng.api.dossiers;

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
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.dossiers.workflow.MoveOutcome;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Assignment;
import vn.chieng.law.pack.Procedure;

/** Remarks and findings of the appraiser, replies of the operator, the council and its votes. */
@Component
public class DossierReviews {
    /** Most characters of a remark, a reply or a vote's reason. */
    static final int MOST_TEXT = 4_000;

    private final TransactionTemplate transactions;
    private final DossierStore store;
    private final ReviewStore reviews;
    private final DossierContext context;
    private final AccountStore accounts;
    private final AuditTrail audit;

    DossierReviews(
            TransactionTemplate transactions,
            DossierStore store,
            ReviewStore reviews,
            DossierContext context,
            AccountStore accounts,
            AuditTrail audit) {
        this.transactions = transactions;
        this.store = store;
        this.reviews = reviews;
        this.context = context;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** The appraiser asks for something; the dossier cannot be found fit until it is dealt with. */
    public DossierOutcome<Dossier> remark(UUID id, String section, String text, SignedIn by) {
        return appraising(id, by, known -> {
            Optional<DossierOutcome.Flaw> flaw = flaw("text", text);
            if (flaw.isPresent() || known.sections().find(section).isEmpty()) {
                return new DossierOutcome.Refused<>(
                        List.of(flaw.orElseGet(() -> DossierOutcome.Flaw.of("section", "section-unknown"))));
            }
            reviews.addRemark(id, written(known, section, Remark.State.OPEN, text, by));
            return done(known, DossierAction.DOSSIER_REMARK_MADE, Map.of("section", section, "text", text.strip()), by);
        });
    }

    /** A note of anybody who may see the dossier; it holds nothing up. */
    public DossierOutcome<Dossier> note(UUID id, String section, String text, SignedIn by) {
        return changing(id, by, known -> {
            Optional<DossierOutcome.Flaw> flaw = flaw("text", text);
            if (flaw.isPresent() || known.sections().find(section).isEmpty()) {
                return new DossierOutcome.Refused<>(
                        List.of(flaw.orElseGet(() -> DossierOutcome.Flaw.of("section", "section-unknown"))));
            }
            reviews.addRemark(id, written(known, section, Remark.State.NOTE, text, by));
            return done(known, DossierAction.DOSSIER_REMARK_MADE, Map.of("section", section, "note", text.strip()), by);
        });
    }

    private Remark written(DossierContext.Known known, String section, Remark.State state, String text, SignedIn by) {
        return new Remark(
                0,
                section,
                known.dossier().course().round(),
                known.stored(section).version(),
                state,
                text.strip(),
                context.now(),
                by.accountId(),
                by.displayName(),
                null,
                null,
                null);
    }

    /** The operator answers a remark. */
    public DossierOutcome<Dossier> reply(UUID id, long remarkId, String text, SignedIn by) {
        return changing(id, by, known -> {
            Optional<Remark> remark = reviews.remark(id, remarkId);
            if (remark.isEmpty()) {
                return new DossierOutcome.Unknown<>();
            }
            if (!by.scope().covers(known.dossier().operatorId())
                    || !remark.get().state().holdsUp()) {
                return new DossierOutcome.NotAllowed<>(new MoveOutcome.NotYours(Set.of(Procedure.Side.OPERATOR)));
            }
            Optional<DossierOutcome.Flaw> flaw = flaw("text", text);
            if (flaw.isPresent()) {
                return new DossierOutcome.Refused<>(List.of(flaw.get()));
            }
            reviews.reply(id, remarkId, text.strip(), by, context.now());
            return done(
                    known, DossierAction.DOSSIER_REMARK_ANSWERED, Map.of("remark", remarkId, "text", text.strip()), by);
        });
    }

    /** The appraiser is content with what was done about a remark. */
    public DossierOutcome<Dossier> resolve(UUID id, long remarkId, SignedIn by) {
        return appraising(id, by, known -> {
            if (reviews.remark(id, remarkId)
                    .filter(remark -> remark.state().holdsUp())
                    .isEmpty()) {
                return DossierOutcome.refused("remark", "remark-settled");
            }
            reviews.resolve(id, remarkId, context.now());
            return done(known, DossierAction.DOSSIER_REMARK_RESOLVED, Map.of("remark", remarkId), by);
        });
    }

    /** What the appraiser finds of a section. */
    public DossierOutcome<Dossier> find(UUID id, String section, SectionFinding.Finding finding, SignedIn by) {
        return appraising(id, by, known -> {
            if (known.sections().find(section).isEmpty()) {
                return DossierOutcome.refused("section", "section-unknown");
            }
            reviews.find(
                    id,
                    new SectionFinding(
                            section,
                            finding,
                            known.stored(section).version(),
                            context.now(),
                            by.accountId(),
                            by.displayName()));
            return done(
                    known,
                    DossierAction.DOSSIER_SECTION_FOUND,
                    Map.of("section", section, "finding", finding.name()),
                    by);
        });
    }

    /** Names a member of the council, who must hold that role and must not have written the dossier. */
    public DossierOutcome<Dossier> seat(UUID id, String accountName, SignedIn by) {
        return appraising(id, by, known -> {
            var account = accounts.find(accountName.strip());
            boolean member = account.isPresent()
                    && accounts.assignments(account.get().id(), context.now()).stream()
                            .map(Assignment::role)
                            .anyMatch(role -> role == Role.COUNCIL_MEMBER);
            if (!member) {
                return DossierOutcome.refused("member", "member-unknown", accountName.strip());
            }
            if (store.writers(id).contains(account.get().id())) {
                return new DossierOutcome.NotAllowed<>(new MoveOutcome.OwnWork());
            }
            CouncilSeat seat =
                    new CouncilSeat(account.get().id(), account.get().displayName(), context.now(), null, null, null);
            reviews.seat(id, List.of(seat));
            return done(known, DossierAction.DOSSIER_COUNCIL_NAMED, Map.of("member", accountName.strip()), by);
        });
    }

    /** A member of the council votes, each for itself. */
    public DossierOutcome<Dossier> vote(UUID id, boolean fit, String opinion, SignedIn by) {
        return seated(id, by, known -> {
            boolean seated = reviews.council(id).stream().anyMatch(seat -> seat.accountId() == by.accountId());
            if (!seated || known.dossier().state() != DossierState.IN_APPRAISAL) {
                return new DossierOutcome.NotAllowed<>(
                        new MoveOutcome.NotNow(known.dossier().state()));
            }
            Optional<DossierOutcome.Flaw> flaw = fit ? Optional.empty() : flaw("opinion", opinion);
            if (flaw.isPresent()) {
                return new DossierOutcome.Refused<>(List.of(flaw.get()));
            }
            reviews.vote(id, by.accountId(), fit, opinion.strip(), context.now());
            return done(known, DossierAction.DOSSIER_COUNCIL_VOTED, Map.of("fit", fit, "opinion", opinion.strip()), by);
        });
    }

    private static Optional<DossierOutcome.Flaw> flaw(String place, String text) {
        if (text.isBlank()) {
            return Optional.of(DossierOutcome.Flaw.of(place, "text-missing"));
        }
        return text.length() > MOST_TEXT
                ? Optional.of(DossierOutcome.Flaw.of(place, "text-too-long", MOST_TEXT))
                : Optional.empty();
    }

    /** As {@link #changing}, by the appraiser of this dossier while it is there, who has not written it. */
    private DossierOutcome<Dossier> appraising(
            UUID id, SignedIn by, Function<DossierContext.Known, DossierOutcome<Dossier>> change) {
        return changing(id, by, known -> {
            Dossier dossier = known.dossier();
            if (!dossier.state().withAppraiser()) {
                return new DossierOutcome.NotAllowed<>(new MoveOutcome.NotNow(dossier.state()));
            }
            if (!dossier.course().parties().appraiser().equals(by.organizationId())) {
                return new DossierOutcome.NotAllowed<>(new MoveOutcome.NotYours(Set.of(Procedure.Side.APPRAISER)));
            }
            if (dossier.course().parties().appraiserOperates()) {
                return new DossierOutcome.NotAllowed<>(new MoveOutcome.NotIndependent(dossier.operatorId()));
            }
            return store.writers(id).contains(by.accountId())
                    ? new DossierOutcome.NotAllowed<>(new MoveOutcome.OwnWork())
                    : change.apply(known);
        });
    }

    /** A member may be of a body that has nothing to do with the dossier. */
    private DossierOutcome<Dossier> seated(
            UUID id, SignedIn by, Function<DossierContext.Known, DossierOutcome<Dossier>> change) {
        return Objects.requireNonNull(transactions.execute(status -> store.lockSeated(id, by.accountId())
                .or(() -> store.lock(id, by.scope()))
                .map(context::known)
                .map(change)
                .orElseGet(DossierOutcome.Unknown::new)));
    }

    private DossierOutcome<Dossier> changing(
            UUID id, SignedIn by, Function<DossierContext.Known, DossierOutcome<Dossier>> change) {
        return Objects.requireNonNull(transactions.execute(status ->
                store.lock(id, by.scope()).map(context::known).map(change).orElseGet(DossierOutcome.Unknown::new)));
    }

    private DossierOutcome<Dossier> done(
            DossierContext.Known known, DossierAction action, Map<String, Object> after, SignedIn by) {
        Dossier dossier = known.dossier();
        Map<String, @Nullable Object> is = new LinkedHashMap<>(after);
        audit.record(
                by,
                AuditRecord.of(
                                action,
                                "dossier",
                                dossier.id().toString(),
                                dossier.number(),
                                Set.copyOf(dossier.organizationIds()))
                        .changed(Map.of(), is));
        return new DossierOutcome.Done<>(dossier);
    }
}
