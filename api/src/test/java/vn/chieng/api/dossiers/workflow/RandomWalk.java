package vn.chieng.api.dossiers.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.chieng.api.access.Scope;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** One random sequence of moves by random people under random circumstances, with a log of what was accepted. */
final class RandomWalk {
    static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Fact YES = new Fact.Flag(true);
    private static final Fact NO = new Fact.Flag(false);
    private static final Set<Long> WRITERS = Set.of(1L);
    private static final Set<Long> APPRAISERS = Set.of(31L);
    private static final List<String> BODIES = List.of("op", "own", "unit", "council", "other");
    private static final List<String> INPUTS = List.of(
            "dossier-complete",
            "risk-file-present",
            "hired-service",
            "contract-complete",
            "shared-hosting",
            "logical-separation",
            "physical-separation",
            "nationally-important",
            "regulation-issued");

    /** A move that was accepted, with the world as it was. */
    record Accepted(
            Move move,
            Agent agent,
            Map<String, Boolean> facts,
            int remarks,
            int pending,
            Course before,
            Course after) {}

    final LawPack pack;
    final Procedure.Route route;
    final Map<String, Boolean> facts = new HashMap<>();
    private final Random random;
    private final Workflow workflow;
    private Map<String, Boolean> said = Map.of();
    private Facts known = Facts.NONE;
    Course course;
    Instant now;

    RandomWalk(LawPack pack, Procedure.Route route, Workflow workflow, Random random) {
        this.pack = pack;
        this.route = route;
        this.random = random;
        this.workflow = workflow;
        int level = route.levels().get(random.nextInt(route.levels().size()));
        String operator = random.nextInt(5) == 0 ? "unit" : "op";
        course = Course.begun(pack.version(), route, level, new Parties(operator, "own", "unit", null, null));
        now = Instant.parse("2026-01-02T00:00:00Z").plusSeconds(random.nextInt(3 * 365 * 24 * 3600));
        INPUTS.forEach(input -> facts.put(input, random.nextInt(12) != 0));
        facts.put("hired-service", random.nextInt(3) == 0);
        facts.put("shared-hosting", random.nextInt(3) == 0);
        facts.put("nationally-important", "important".equals(route.flag()));
    }

    /** Tries one move; null where it was refused. */
    Accepted step() {
        now = now.plus(Duration.ofMinutes(random.nextInt(6 * 24 * 60)));
        if (random.nextInt(4) == 0) {
            String input = INPUTS.get(random.nextInt(INPUTS.size() - 2));
            facts.put(input, random.nextBoolean());
        }
        facts.computeIfPresent("dossier-complete", (_, known) -> known || random.nextInt(3) > 0);
        facts.computeIfPresent("regulation-issued", (_, known) -> known || random.nextInt(3) > 0);
        Move move = random.nextInt(10) < 7 ? plausible() : any();
        Agent agent = random.nextInt(10) < 8 ? fitting(move) : anybody();
        int remarks = random.nextInt(8) == 0 ? 1 : 0;
        int pending = random.nextInt(8) == 0 ? 1 : 0;
        if (!facts.equals(said)) {
            said = Map.copyOf(facts);
            Map<String, Fact> flags = new HashMap<>();
            said.forEach((input, value) -> flags.put(input, value ? YES : NO));
            known = new Facts(flags);
        }
        var situation = new Situation(known, WRITERS, APPRAISERS, remarks, pending);
        Course before = course;
        if (workflow.apply(course, move, agent, situation, now) instanceof MoveOutcome.Moved(Course next)) {
            course = next;
            return new Accepted(move, agent, said, remarks, pending, before, next);
        }
        return null;
    }

    private Move plausible() {
        boolean often = random.nextInt(5) > 0;
        return switch (course.state()) {
            case DRAFT, RETURNED, NOT_FIT ->
                workflow.steps().has(Procedure.Act.EXPERT_OPINION) && !course.opinionGiven()
                        ? new Move.AskOpinion()
                        : often ? new Move.Submit() : new Move.NameAppraiser("council");
            case AWAITING_OPINION -> new Move.GiveOpinion(paper());
            case SUBMITTED ->
                course.parties().appraiserOperates() && often
                        ? new Move.NameAppraiser("council")
                        : often ? new Move.AcceptComplete(paper()) : new Move.SendBack("r", paper());
            case IN_APPRAISAL ->
                often ? new Move.Conclude(random.nextInt(4) > 0, "r", paper()) : new Move.SendBack("r", paper());
            case APPRAISED, PROPOSED, APPROVED, SUPERSEDED -> awaited();
        };
    }

    private Move awaited() {
        Procedure.Act act = workflow.steps().at(course.position());
        return act == Procedure.Act.LIST
                ? new Move.RecordListing(paper())
                : act == Procedure.Act.PROPOSE
                        ? new Move.Propose()
                        : act == Procedure.Act.REPORT
                                ? new Move.Report()
                                : new Move.Decide(random.nextInt(5) > 0, "r", paper());
    }

    private Move any() {
        return switch (random.nextInt(13)) {
            case 0 -> new Move.AskOpinion();
            case 1 -> new Move.GiveOpinion(paper());
            case 2 -> new Move.Submit();
            case 3 -> new Move.AcceptComplete(random.nextBoolean() ? paper() : null);
            case 4 -> new Move.SendBack(random.nextBoolean() ? "r" : "", paper());
            case 5 -> new Move.NameAppraiser(BODIES.get(random.nextInt(BODIES.size())));
            case 6 -> new Move.Conclude(random.nextBoolean(), "", random.nextBoolean() ? paper() : null);
            case 7 -> new Move.RecordListing(random.nextBoolean() ? paper() : null);
            case 8 -> new Move.Propose();
            case 9 -> new Move.Decide(random.nextBoolean(), random.nextBoolean() ? "r" : "", null);
            case 10 -> new Move.Report();
            case 11 -> new Move.Delegate("other", today().plusDays(random.nextInt(40) - 3L), "p");
            default -> random.nextInt(20) == 0 ? new Move.Supersede() : new Move.Submit();
        };
    }

    private Paper paper() {
        return new Paper("1", today().plusDays(random.nextInt(20) == 0 ? 1 : 0), "x", null);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, VIETNAM);
    }

    private Agent fitting(Move move) {
        Procedure.Act act = switch (move) {
            case Move.AskOpinion _ -> Procedure.Act.WRITE;
            case Move.GiveOpinion _ -> Procedure.Act.EXPERT_OPINION;
            case Move.Submit _ -> workflow.steps().submission();
            case Move.AcceptComplete _ -> Procedure.Act.COMPLETENESS;
            case Move.SendBack _, Move.Conclude _ -> Procedure.Act.APPRAISE;
            case Move.RecordListing _ -> Procedure.Act.LIST;
            case Move.Propose _ -> Procedure.Act.PROPOSE;
            case Move.Decide _ -> Procedure.Act.APPROVE;
            case Move.Report _ -> Procedure.Act.REPORT;
            case Move.NameAppraiser _, Move.Delegate _, Move.Supersede _ -> null;
        };
        Procedure.Side side = act == null
                ? Procedure.Side.OWNER
                : workflow.steps().hands(act).stream().findFirst().orElse(Procedure.Side.OWNER);
        return switch (side) {
            case OPERATOR -> agent(1, course.parties().operatorId(), side);
            case OWNER, OUTSIDE -> agent(2, "own", Procedure.Side.OWNER);
            case APPRAISER ->
                agent(
                        move instanceof Move.Decide ? 30 + random.nextInt(4) : 31,
                        course.parties().appraiser(),
                        side);
        };
    }

    private Agent anybody() {
        Procedure.Side[] sides = Procedure.Side.values();
        return agent(random.nextInt(4), BODIES.get(random.nextInt(BODIES.size())), sides[random.nextInt(sides.length)]);
    }

    private static Agent agent(long account, String body, Procedure.Side side) {
        return new Agent(account, "n", body, side, new Scope.Organizations(Set.of(body)));
    }
}
