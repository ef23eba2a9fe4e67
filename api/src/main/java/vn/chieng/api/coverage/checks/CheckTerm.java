package vn.chieng.api.coverage.checks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Requirements;

/**
 * What a pack asks of a kind of check at a level.
 *
 * @param months how long one counts; null where the text names no interval
 * @param ofSystem whether it must name the system
 */
public record CheckTerm(@Nullable Integer months, boolean ofSystem) {

    /** Empty where the pack asks for no such check at the level. */
    public static Optional<CheckTerm> of(LawPack pack, int level, CheckKind kind) {
        return pack.requirements().items().stream()
                .filter(item ->
                        kind.evidence().equals(item.evidence()) && item.levels().contains(level))
                .findFirst()
                .map(item -> new CheckTerm(item.evidenceMonths(), item.evidenceOf() == Requirements.EvidenceOf.SYSTEM));
    }
}
