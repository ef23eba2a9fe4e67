package vn.chieng.api.dossiers.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Procedure.Act;
import vn.chieng.law.pack.Procedure.Side;

/** The steps of a route as the pack lists them, and which sides take them. */
public final class RouteSteps {
    private final LawPack pack;
    private final Procedure.Route route;
    private final Map<Act, Set<Side>> sides = new EnumMap<>(Act.class);

    RouteSteps(LawPack pack, Procedure.Route route) {
        this.pack = pack;
        this.route = route;
        route.steps().forEach(step -> sides.putIfAbsent(step.act(), sides(pack, step)));
    }

    /** All of them, in their order. */
    public List<Procedure.Step> all() {
        return route.steps();
    }

    /** The step of this kind. */
    public Optional<Procedure.Step> find(Act act) {
        return route.steps().stream().filter(step -> step.act() == act).findFirst();
    }

    /** Whether the route knows the step. */
    public boolean has(Act act) {
        return find(act).isPresent();
    }

    /** The step that is awaited at a position. */
    public @Nullable Act at(int position) {
        return position < route.steps().size() ? route.steps().get(position).act() : null;
    }

    int index(Act act) {
        return route.steps().indexOf(find(act).orElseThrow());
    }

    /** The step by which the dossier leaves the writer's hands: where a route has no own step for it, the writing itself. */
    Act submission() {
        return has(Act.SUBMIT) ? Act.SUBMIT : Act.WRITE;
    }

    /** The state in which the step at the position is awaited. */
    DossierState stateAt(int position) {
        Act awaited = at(position);
        return switch (awaited) {
            case COMPLETENESS -> DossierState.SUBMITTED;
            case APPRAISE -> DossierState.IN_APPRAISAL;
            case LIST, PROPOSE -> DossierState.APPRAISED;
            case APPROVE -> at(position - 1) == Act.PROPOSE ? DossierState.PROPOSED : DossierState.APPRAISED;
            case REPORT -> DossierState.APPROVED;
            case WRITE, EXPERT_OPINION, SUBMIT -> DossierState.DRAFT;
            case null -> has(Act.APPROVE) ? DossierState.APPROVED : DossierState.SUBMITTED;
        };
    }

    /** The sides that take the step. */
    public Set<Side> sides(Act act) {
        return sides.getOrDefault(act, Set.of());
    }

    private static Set<Side> sides(LawPack pack, Procedure.Step step) {
        return step.by().stream()
                .flatMap(actor -> pack.procedure().actors().stream()
                        .filter(known -> known.id().equals(actor)))
                .flatMap(actor -> Optional.ofNullable(actor.side()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the step is taken by a body that does not work in this product. */
    public boolean outside(Act act) {
        return sides(act).contains(Side.OUTSIDE);
    }

    /** The sides that take the step here, or record it: what is decided outside is recorded by who handed in. */
    public Set<Side> hands(Act act) {
        return outside(act) ? sides(submission()) : sides(act);
    }

    Optional<MoveOutcome> refuses(Act act, Course course, Agent agent, Instant at) {
        return refuses(hands(act), course, agent, at);
    }

    Optional<MoveOutcome> refusesWriter(Course course, Agent agent, Instant at) {
        return refuses(sides(Act.WRITE), course, agent, at);
    }

    private Optional<MoveOutcome> refuses(Set<Side> sides, Course course, Agent agent, Instant at) {
        boolean held = sides.stream().anyMatch(side -> course.parties().heldBy(side, agent, day(at)));
        return held ? Optional.empty() : Optional.of(new MoveOutcome.NotYours(sides));
    }

    LocalDate day(Instant at) {
        return at.atZone(pack.head().days().zone()).toLocalDate();
    }

    /** A step outside happened on the day of its paper, though never before the step it follows. */
    Instant happened(Paper paper, Course course, Instant recorded) {
        Instant onPaper = paper.on().atStartOfDay(pack.head().days().zone()).toInstant();
        Instant earliest =
                course.log().isEmpty() ? onPaper : course.log().getLast().at();
        Instant happened = onPaper.isBefore(earliest) ? earliest : onPaper;
        return happened.isAfter(recorded) ? recorded : happened;
    }
}
