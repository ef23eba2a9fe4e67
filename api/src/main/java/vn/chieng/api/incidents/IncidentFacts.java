package vn.chieng.api.incidents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.law.PackChoice;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/** What is known of an incident in the words of the law pack: the answers of people, and what the incident itself tells. */
@Component
public final class IncidentFacts {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final String CONFIRMED = "confirmed";
    private static final String SEVERITY = "severity";
    private static final String SYSTEM_LEVEL = "incident-system-level";

    /** Inputs that nobody is asked for, since the incident itself answers them. */
    private static final Set<String> TOLD = Set.of(CONFIRMED, SEVERITY, SYSTEM_LEVEL);

    private final CurrentLaw law;
    private final SystemRegister systems;

    IncidentFacts(CurrentLaw law, SystemRegister systems) {
        this.law = law;
        this.systems = systems;
    }

    /** The pack that holds for what was detected at this time; empty where none does. */
    public Optional<LawPack> pack(Instant detectedAt) {
        LocalDate day = detectedAt.atOffset(VIETNAM).toLocalDate();
        return switch (law.packs().applicable(day, null)) {
            case PackChoice.ByDate(LawPack pack) -> Optional.of(pack);
            case PackChoice.ByTransition(LawPack pack, var _) -> Optional.of(pack);
            case PackChoice.None _ -> Optional.empty();
        };
    }

    /** The questions that people answer. */
    public List<Input> questions(LawPack pack) {
        return pack.incidents().incidentInputs().stream()
                .filter(input -> !TOLD.contains(input.id()))
                .toList();
    }

    /** Everything known; an answer that the pack does not take is left out. */
    public Facts of(Incident incident, LawPack pack) {
        Facts facts = AnswersToFacts.read(
                        questions(pack), incident.classification().answers())
                .facts();
        facts = facts.with(CONFIRMED, new Fact.Flag(isConfirmed(incident.state())));
        if (incident.severityDecided()) {
            facts = facts.with(SEVERITY, new Fact.Choice(incident.severity().name()));
        }
        UUID systemId = incident.classification().systemId();
        Optional<Integer> level = systemId == null
                ? Optional.empty()
                : systems.find(systemId, new Scope.Everything()).map(RegisteredSystem::level);
        return level.isPresent() ? facts.with(SYSTEM_LEVEL, new Fact.Count(level.get())) : facts;
    }

    /** What a confirmed incident is known for, its severity as it stands; empty for all others. A merged one counts as it stood before that. */
    public Optional<Facts> confirmed(Incident incident, LawPack pack) {
        Incident standing = incident.draft().unmerged().done();
        return isConfirmed(standing.state())
                ? Optional.of(of(standing, pack)
                        .with(SEVERITY, new Fact.Choice(standing.severity().name())))
                : Optional.empty();
    }

    /** Whether somebody confirmed it and nobody took that back. */
    private static boolean isConfirmed(IncidentState state) {
        return switch (state) {
            case CONFIRMED, CONTAINING, REMEDIATING, RECOVERED, AWAITING_REPORT, CLOSED -> true;
            case NEW, VERIFYING, DISMISSED, MERGED -> false;
        };
    }
}
