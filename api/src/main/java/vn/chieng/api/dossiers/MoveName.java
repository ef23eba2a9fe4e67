package vn.chieng.api.dossiers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.dossiers.workflow.Move;
import vn.chieng.api.dossiers.workflow.Paper;

/** The moves by the names they have in addresses and forms. */
enum MoveName {
    ASK_OPINION(false, false),
    GIVE_OPINION(true, false),
    SUBMIT(false, false),
    ACCEPT(true, false),
    SEND_BACK(true, true),
    CONCLUDE_FIT(true, true),
    CONCLUDE_NOT_FIT(true, true),
    LISTED(true, false),
    PROPOSE(false, false),
    APPROVE(true, true),
    REFUSE(true, true),
    REPORT(false, false),
    NAME_APPRAISER(false, false),
    DELEGATE(false, true);

    private final boolean paper;
    private final boolean reason;

    MoveName(boolean paper, boolean reason) {
        this.paper = paper;
        this.reason = reason;
    }

    /** Whether it rests on a paper. */
    boolean paper() {
        return paper;
    }

    /** Whether a reason is asked for. */
    boolean reason() {
        return reason;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MoveName> of(String code) {
        return Arrays.stream(values()).filter(name -> name.code().equals(code)).findFirst();
    }

    /** The move; {@code body} is the organisation that is named, {@code until} the last day of a delegation. */
    Move move(String text, @Nullable Paper held, String body, LocalDate until) {
        return switch (this) {
            case ASK_OPINION -> new Move.AskOpinion();
            case GIVE_OPINION -> new Move.GiveOpinion(held);
            case SUBMIT -> new Move.Submit();
            case ACCEPT -> new Move.AcceptComplete(held);
            case SEND_BACK -> new Move.SendBack(text, held);
            case CONCLUDE_FIT -> new Move.Conclude(true, text, held);
            case CONCLUDE_NOT_FIT -> new Move.Conclude(false, text, held);
            case LISTED -> new Move.RecordListing(held);
            case PROPOSE -> new Move.Propose();
            case APPROVE -> new Move.Decide(true, text, held);
            case REFUSE -> new Move.Decide(false, text, held);
            case REPORT -> new Move.Report();
            case NAME_APPRAISER -> new Move.NameAppraiser(body);
            case DELEGATE -> new Move.Delegate(body, until, text);
        };
    }
}
