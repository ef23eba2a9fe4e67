package vn.chieng.api.dossiers.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.chieng.api.access.Scope;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** Walks a dossier along a route with the four people it takes. */
final class Walk {
    static final Agent WRITER = agent(1, "org-op", Procedure.Side.OPERATOR);
    static final Agent OWNER = agent(2, "org-own", Procedure.Side.OWNER);
    static final Agent APPRAISER = agent(3, "org-unit", Procedure.Side.APPRAISER);
    static final Agent HEAD_OF_UNIT = agent(4, "org-unit", Procedure.Side.APPRAISER);
    static final Instant START = Instant.parse("2026-10-01T02:00:00Z");

    final LawPack pack;
    final Workflow workflow;
    Course course;
    Instant now = START;
    private final Map<String, Fact> facts = new HashMap<>();
    private int openRemarks;
    private int councilPending;

    Walk(LawPack pack, String route, int level) {
        this.pack = pack;
        this.workflow = new Workflow(pack, ShippedLaw.route(pack, route));
        this.course = Course.begun(
                pack.version(),
                ShippedLaw.route(pack, route),
                level,
                new Parties("org-op", "org-own", "org-unit", null, null));
        know("dossier-complete", true)
                .know("risk-file-present", true)
                .know("hired-service", false)
                .know("shared-hosting", false)
                .know("nationally-important", route.equals("route-important"))
                .know("physical-separation", true)
                .know("regulation-issued", true);
    }

    static Agent agent(long account, String body, Procedure.Side side) {
        return new Agent(account, "n" + account, body, side, new Scope.Organizations(Set.of(body)));
    }

    Walk operatedBy(String body) {
        Parties parties = course.parties();
        course = course.with(new Parties(body, parties.ownerId(), parties.specialisedUnitId(), null, null));
        return this;
    }

    Walk know(String input, boolean value) {
        facts.put(input, new Fact.Flag(value));
        return this;
    }

    Walk remarks(int open) {
        openRemarks = open;
        return this;
    }

    Walk council(int pending) {
        councilPending = pending;
        return this;
    }

    Walk on(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    MoveOutcome attempt(Agent agent, Move move) {
        var situation = new Situation(
                new Facts(facts),
                Set.of(WRITER.accountId()),
                Set.of(APPRAISER.accountId()),
                openRemarks,
                councilPending);
        return workflow.apply(course, move, agent, situation, now);
    }

    Walk go(Agent agent, Move move) {
        course = switch (attempt(agent, move)) {
            case MoveOutcome.Moved(Course next) -> next;
            case MoveOutcome refused -> throw new AssertionError(move + " is refused: " + refused);
        };
        return this;
    }

    Paper paper() {
        return new Paper("12/QĐ", LocalDate.ofInstant(now, ZoneOffset.ofHours(7)), "BCA", null);
    }
}
