package vn.chieng.api.dossiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.workflow.Agent;
import vn.chieng.api.dossiers.workflow.Course;
import vn.chieng.api.dossiers.workflow.Move;
import vn.chieng.api.dossiers.workflow.MoveOutcome;
import vn.chieng.api.dossiers.workflow.Paper;
import vn.chieng.api.dossiers.workflow.Situation;
import vn.chieng.law.pack.Procedure;

/** Which moves a caller could make now, asked of the workflow itself, so that a page has no button that only refuses. */
@Component
class DossierMoveList {
    private static final String SAMPLE = "x";

    private final DossierContext context;
    private final RefusalWords words;

    DossierMoveList(DossierContext context, RefusalWords words) {
        this.context = context;
        this.words = words;
    }

    /**
     * A move that the page offers.
     *
     * @param code as in addresses and bundle keys
     * @param blocked what must be done first; empty where the move can be made
     * @param paper whether number, day and issuer of a paper are asked for
     * @param needsPaper whether it cannot be made without
     * @param reason whether a reason is asked for
     */
    record Offer(String code, List<String> blocked, boolean paper, boolean needsPaper, boolean reason, boolean body) {
        Offer {
            blocked = List.copyOf(blocked);
        }
    }

    List<Offer> of(DossierContext.Known known, SignedIn caller) {
        List<Offer> offers = new ArrayList<>();
        if (!caller.may(Permission.DOSSIERS_MOVE)) {
            return offers;
        }
        Agent agent = Sides.agent(caller);
        Situation situation = context.situation(known);
        Paper paper = new Paper(SAMPLE, LocalDate.EPOCH, SAMPLE, null);
        for (MoveName name : MoveName.values()) {
            Move move = name.move(SAMPLE, paper, SAMPLE, context.today());
            MoveOutcome outcome =
                    known.workflow().apply(known.dossier().course(), move, agent, situation, context.now());
            Offer offer = offer(name, outcome, known);
            if (offer != null) {
                offers.add(offer);
            }
        }
        return offers;
    }

    private @Nullable Offer offer(MoveName name, MoveOutcome outcome, DossierContext.Known known) {
        Locale locale = LocaleContextHolder.getLocale();
        return switch (outcome) {
            case MoveOutcome.NotNow _, MoveOutcome.NotYours _ -> null;
            case MoveOutcome.NotIndependent _ -> null;
            case MoveOutcome.Moved _ -> offer(name, List.of(), known);
            default -> offer(name, words.of(outcome, locale), known);
        };
    }

    private Offer offer(MoveName name, List<String> blocked, DossierContext.Known known) {
        Procedure.Act awaited =
                known.workflow().steps().at(known.dossier().course().position());
        boolean outside = awaited != null && known.workflow().steps().outside(awaited);
        return new Offer(
                name.code(),
                blocked,
                name.paper(),
                name == MoveName.GIVE_OPINION || (outside && name.paper()),
                name.reason(),
                name == MoveName.NAME_APPRAISER || name == MoveName.DELEGATE);
    }

    /** Who has to act next, and which step that is. */
    @Nullable
    String waitingFor(DossierContext.Known known) {
        Course course = known.dossier().course();
        Procedure.Act awaited = course.state().withWriter()
                ? Procedure.Act.WRITE
                : known.workflow().steps().at(course.position());
        if (awaited == null) {
            return null;
        }
        Set<Procedure.Side> sides = course.state() == vn.chieng.api.dossiers.workflow.DossierState.AWAITING_OPINION
                ? known.workflow().steps().sides(Procedure.Act.EXPERT_OPINION)
                : known.workflow().steps().sides(awaited);
        return words.sides(sides, LocaleContextHolder.getLocale());
    }
}
