package vn.chieng.law.clocks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.chieng.law.conditions.Evaluation;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.conditions.Truth;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;

/** The gravest severity whose test holds, and graver ones that missing answers still leave possible. */
public record SeveritySuggestion(
        PackVersion pack, Optional<Incidents.Severity> suggested, List<Incidents.Severity> possible) {
    public SeveritySuggestion {
        possible = List.copyOf(possible);
    }

    public static SeveritySuggestion of(LawPack pack, Facts facts) {
        List<Incidents.Severity> gravestFirst = pack.incidents().severities().stream()
                .sorted(Comparator.comparingInt(Incidents.Severity::rank))
                .toList();
        Optional<Incidents.Severity> suggested = gravestFirst.stream()
                .filter(severity -> Evaluation.evaluate(severity.when(), facts) == Truth.HOLDS)
                .findFirst();
        int rank = suggested.map(Incidents.Severity::rank).orElse(Integer.MAX_VALUE);
        List<Incidents.Severity> possible = gravestFirst.stream()
                .filter(severity -> severity.rank() < rank)
                .filter(severity -> Evaluation.evaluate(severity.when(), facts) == Truth.OPEN)
                .toList();
        return new SeveritySuggestion(pack.version(), suggested, possible);
    }
}
