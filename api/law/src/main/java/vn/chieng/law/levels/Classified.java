package vn.chieng.law.levels;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Unmet;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;
import vn.chieng.law.pack.Procedure;

/** The outcome of classification: a proposal with its grounds, never a decision. */
public sealed interface Classified {
    PackVersion pack();

    /** The pack does not classify such systems. */
    record Excluded(PackVersion pack, List<Classification.Exclusion> by) implements Classified {
        public Excluded {
            by = List.copyOf(by);
        }
    }

    /** No criterion fires: a person must look, perhaps after the missing inputs are known. */
    record Undetermined(PackVersion pack, List<Raise> raises, Set<String> missing) implements Classified {
        public Undetermined {
            raises = List.copyOf(raises);
            missing = Set.copyOf(missing);
        }
    }

    /** The highest level whose criteria fire, with all that fired, what would raise it, and flags nobody answered yet. */
    record Proposed(
            PackVersion pack,
            Classification.Level level,
            List<Classification.Criterion> fired,
            List<Classification.Flag> flags,
            List<Classification.Flag> undecidedFlags,
            List<Raise> raises,
            Set<String> missing,
            List<CounterWarning> warnings)
            implements Classified {
        public Proposed {
            if (fired.isEmpty()) {
                throw new IllegalArgumentException("a level without a ground");
            }
            fired = List.copyOf(fired);
            flags = List.copyOf(flags);
            undecidedFlags = List.copyOf(undecidedFlags);
            raises = List.copyOf(raises);
            missing = Set.copyOf(missing);
            warnings = List.copyOf(warnings);
        }

        /** The criteria that decide: those of the proposed level. */
        public List<Classification.Criterion> grounds() {
            return fired.stream()
                    .filter(criterion -> criterion.level() == level.number())
                    .toList();
        }
    }

    /** A criterion of a higher level, with what stands between the system and it. */
    record Raise(Classification.Criterion criterion, List<Unmet> unmet) {
        public Raise {
            unmet = List.copyOf(unmet);
        }
    }

    /** A counter at or past the share of its limit that the pack warns at. */
    record CounterWarning(Classification.Counter counter, int value, boolean reached) {}

    /** The way of a system with this level and these flags: a flag's route goes before the plain one. */
    static Optional<Procedure.Route> route(LawPack pack, Proposed proposed) {
        return route(pack, proposed.level().number(), proposed.flags());
    }

    /** The way of a level, which may be another than the proposed one after an override. */
    static Optional<Procedure.Route> route(LawPack pack, int level, List<Classification.Flag> flags) {
        List<Procedure.Route> ofLevel = pack.procedure().routes().stream()
                .filter(route -> route.levels().contains(level))
                .toList();
        return ofLevel.stream()
                .filter(route -> route.flag() != null && holds(flags, route.flag()))
                .findFirst()
                .or(() -> ofLevel.stream().filter(route -> route.flag() == null).findFirst());
    }

    private static boolean holds(List<Classification.Flag> flags, @Nullable String id) {
        return flags.stream().anyMatch(flag -> flag.id().equals(id));
    }
}
