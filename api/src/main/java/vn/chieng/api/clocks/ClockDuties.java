package vn.chieng.api.clocks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentFacts;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.law.clocks.ClockState;
import vn.chieng.law.clocks.IncidentClocks;
import vn.chieng.law.clocks.Moment;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;

/** What the law pack asks for an incident and what was merged into it: each clock that any of them owes, counted from the earliest moment. */
@Component
final class ClockDuties {
    /** The event of the law pack that every incident has. */
    static final String DETECTION = "detection";

    private final CurrentLaw law;
    private final IncidentFacts facts;
    private final IncidentRegister incidents;
    private final ClockStore store;

    ClockDuties(CurrentLaw law, IncidentFacts facts, IncidentRegister incidents, ClockStore store) {
        this.law = law;
        this.facts = facts;
        this.incidents = incidents;
        this.store = store;
    }

    /**
     * What is owed.
     *
     * @param own the clocks that the incident owes by what it is itself
     * @param unbegun events that have happened by what is known, and have no moment yet
     */
    record Owed(
            List<ClockState.Running> running,
            Set<String> own,
            List<ClockState.Undecided> undecided,
            Set<String> unbegun,
            Map<String, Moment> moments) {
        Owed {
            running = List.copyOf(running);
            own = Set.copyOf(own);
            undecided = List.copyOf(undecided);
            unbegun = Set.copyOf(unbegun);
            moments = Collections.unmodifiableMap(new TreeMap<>(moments)); // detection first, wherever they are shown
        }
    }

    Owed of(Incident incident) {
        List<Incident> family = family(incident);
        Map<String, Moment> moments = moments(family);
        Optional<LawPack> pack = pack(incident);
        if (pack.isEmpty()) {
            return new Owed(List.of(), Set.of(), List.of(), Set.of(), moments);
        }
        IncidentClocks clocks = new IncidentClocks(pack.get(), law.calendar());
        Map<String, ClockState> states = new LinkedHashMap<>();
        Set<String> own = Set.of();
        for (Incident member : family) {
            List<ClockState> owed = facts.confirmed(member, pack.get())
                    .map(known -> clocks.clocks(known, moments, Set.of()))
                    .orElse(List.of());
            if (member.id() == incident.id()) {
                own = owed.stream()
                        .filter(state -> !(state instanceof ClockState.Undecided))
                        .map(state -> state.clock().id())
                        .collect(Collectors.toSet());
            }
            owed.forEach(state -> states.merge(state.clock().id(), state, ClockDuties::surer));
        }
        return sorted(states, own, moments);
    }

    private static Owed sorted(Map<String, ClockState> states, Set<String> own, Map<String, Moment> moments) {
        List<ClockState.Running> running = new ArrayList<>();
        List<ClockState.Undecided> undecided = new ArrayList<>();
        List<String> unbegun = new ArrayList<>();
        for (ClockState state : states.values()) {
            switch (state) {
                case ClockState.Running runs -> running.add(runs);
                case ClockState.Undecided open -> undecided.add(open);
                case ClockState.WithoutStart without ->
                    unbegun.add(without.clock().after());
                case ClockState.OutsideCalendar _ -> {}
            }
        }
        return new Owed(running, own, undecided, Set.copyOf(unbegun), moments);
    }

    /** A duty that exists for one member exists for all. */
    private static ClockState surer(ClockState one, ClockState other) {
        return one instanceof ClockState.Undecided ? other : one;
    }

    private List<Incident> family(Incident incident) {
        return incidents.members(incident.id()).stream()
                .flatMap(id ->
                        id == incident.id() ? Stream.of(incident) : incidents.find(id, Reader.EVERYTHING).stream())
                .toList();
    }

    /** For each event the earliest moment of any member. */
    private Map<String, Moment> moments(List<Incident> family) {
        Map<String, Moment> earliest = new HashMap<>();
        for (Incident member : family) {
            Map<String, Moment> own = new HashMap<>(store.moments(member.id()));
            own.putIfAbsent(DETECTION, Moment.of(member.detectedAt()));
            own.forEach((event, moment) ->
                    earliest.merge(event, moment, (one, other) -> other.at().isBefore(one.at()) ? other : one));
        }
        return earliest;
    }

    /** The pack that holds for an incident. */
    Optional<LawPack> pack(Incident incident) {
        return facts.pack(incident.detectedAt());
    }

    /** The rule of a clock; empty where the pack of that day has none of this name. */
    Optional<Incidents.Clock> rule(Instant detectedAt, String clock) {
        return facts.pack(detectedAt).stream()
                .flatMap(pack -> pack.incidents().clocks().stream())
                .filter(rule -> rule.id().equals(clock))
                .findFirst();
    }
}
