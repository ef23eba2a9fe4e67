package vn.chieng.api.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.dossiers.workflow.Agent;
import vn.chieng.api.dossiers.workflow.Course;
import vn.chieng.api.dossiers.workflow.CourseStep;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.dossiers.workflow.Move;
import vn.chieng.api.dossiers.workflow.MoveOutcome;
import vn.chieng.api.dossiers.workflow.Paper;
import vn.chieng.api.systems.ApprovalChanged;

/** Moves dossiers along their route; what is approved is sealed, and the edition before it is superseded. */
@Component
public class DossierMoves {
    private final TransactionTemplate transactions;
    private final DossierStore store;
    private final DossierContext context;
    private final DossierSeals seals;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    DossierMoves(
            TransactionTemplate transactions,
            DossierStore store,
            DossierContext context,
            DossierSeals seals,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.store = store;
        this.context = context;
        this.seals = seals;
        this.audit = audit;
        this.events = events;
    }

    /** Makes the move, where the dossier is still as the caller saw it. */
    public DossierOutcome<Dossier> move(UUID id, int version, Move move, SignedIn by) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Dossier> locked = store.lock(id, by.scope());
            if (locked.isEmpty()) {
                return new DossierOutcome.Unknown<>();
            }
            Dossier dossier = locked.get();
            if (dossier.version() != version) {
                return new DossierOutcome.Stale<>(dossier);
            }
            Agent agent = Sides.agent(by);
            DossierContext.Known known = context.known(dossier);
            Instant now = context.now();
            MoveOutcome outcome = known.workflow().apply(dossier.course(), move, agent, context.situation(known), now);
            return outcome instanceof MoveOutcome.Moved(Course course)
                    ? new DossierOutcome.Done<>(write(known, course, by, now))
                    : new DossierOutcome.NotAllowed<>(outcome);
        }));
    }

    private Dossier write(DossierContext.Known known, Course course, SignedIn by, Instant now) {
        Dossier before = known.dossier();
        Dossier moved = before.with(course, now);
        if (course.state() == DossierState.APPROVED && before.state() != DossierState.APPROVED) {
            LocalDate decided = Optional.ofNullable(course.log().getLast().paper())
                    .map(Paper::on)
                    .orElseGet(context::today);
            moved = moved.sealed(new Dossier.Seal(seals.hash(moved, known), now), decided);
            supersede(before, by, now);
        }
        store.move(moved);
        audit.record(by, record(DossierAction.DOSSIER_MOVED, before, moved));
        Dossier.Seal seal = moved.seal();
        if (seal != null && before.seal() == null) {
            audit.record(
                    by,
                    AuditRecord.of(
                                    DossierAction.DOSSIER_SEALED,
                                    "dossier",
                                    moved.id().toString(),
                                    moved.number(),
                                    Set.copyOf(moved.organizationIds()))
                            .changed(Map.of(), Map.of("sha256", seal.sha256())));
        }
        events.publishEvent(new ApprovalChanged(moved.systemId()));
        return store.find(moved.id(), new Scope.Everything()).orElseThrow();
    }

    private void supersede(Dossier dossier, SignedIn by, Instant now) {
        store.approvedOf(dossier.systemId()).ifPresent(old -> {
            DossierContext.Known known = context.known(old);
            if (known.workflow()
                            .apply(old.course(), new Move.Supersede(), Sides.agent(by), context.situation(known), now)
                    instanceof MoveOutcome.Moved(Course course)) {
                Dossier replaced = old.with(course, now);
                store.move(replaced);
                audit.record(by, record(DossierAction.DOSSIER_MOVED, old, replaced));
            }
        });
    }

    private static AuditRecord record(DossierAction action, Dossier before, Dossier after) {
        CourseStep step = after.course().log().getLast();
        Paper paper = step.paper();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        is.put("state", after.state().code());
        is.put("act", step.act().name());
        is.put("result", step.result().code());
        is.put("round", step.round());
        if (paper != null) {
            is.put("paper", paper.number());
            is.put("paper_date", paper.on().toString());
            is.put("paper_sha256", paper.sha256());
        }
        return AuditRecord.of(
                        action, "dossier", after.id().toString(), after.number(), Set.copyOf(after.organizationIds()))
                .changed(Map.of("state", before.state().code()), is)
                .because(step.note());
    }
}
