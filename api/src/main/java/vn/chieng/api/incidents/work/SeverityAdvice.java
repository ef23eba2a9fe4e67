package vn.chieng.api.incidents.work;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentFacts;
import vn.chieng.api.incidents.Severity;
import vn.chieng.law.clocks.SeveritySuggestion;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;

/** Which severity the rules of the law pack suggest for an incident as it is known. */
@Component
public final class SeverityAdvice {
    private final IncidentFacts facts;

    public SeverityAdvice(IncidentFacts facts) {
        this.facts = facts;
    }

    /**
     * What the rules say.
     *
     * @param suggested the gravest whose test holds; empty where none does
     * @param possible graver ones that unanswered questions leave possible, the gravest first
     */
    public record Advice(Optional<Incidents.Severity> suggested, List<Incidents.Severity> possible) {
        public Advice {
            possible = List.copyOf(possible);
        }

        /** Nothing to say. */
        static final Advice NONE = new Advice(Optional.empty(), List.of());

        /** The suggested one, where it is one that incidents have. */
        public Optional<Severity> severity() {
            return suggested.flatMap(rule -> Arrays.stream(Severity.values())
                    .filter(severity -> severity.name().equals(rule.id()))
                    .findFirst());
        }
    }

    /** What the pack of the day of detection says. */
    public Advice of(Incident incident) {
        Optional<LawPack> pack = facts.pack(incident.detectedAt());
        if (pack.isEmpty()) {
            return Advice.NONE;
        }
        SeveritySuggestion suggestion = SeveritySuggestion.of(pack.get(), facts.of(incident, pack.get()));
        return new Advice(suggestion.suggested(), suggestion.possible());
    }

    /** The incident with the suggested severity where that is graver than its own; it is never made milder. */
    Incident raised(Incident incident) {
        return of(incident)
                .severity()
                .filter(severity -> severity.compareTo(incident.severity()) < 0)
                .map(severity -> incident.draft()
                        .severity(severity, incident.severityDecided())
                        .done())
                .orElse(incident);
    }
}
