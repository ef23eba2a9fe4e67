package vn.chieng.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.PackVersion;

/** All packs in all their versions, and which one applies when. */
public final class LawPacks {
    private final List<LawPack> packs;

    public LawPacks(List<LawPack> packs) {
        this.packs =
                packs.stream().sorted(Comparator.comparing(LawPack::version)).toList();
        if (packs.stream().map(LawPack::version).distinct().count() < packs.size()) {
            throw new IllegalArgumentException("two packs have the same id and version");
        }
    }

    public List<LawPack> all() {
        return packs;
    }

    /** The very pack and version that a result names. */
    public Optional<LawPack> find(PackVersion version) {
        return packs.stream().filter(pack -> pack.version().equals(version)).findFirst();
    }

    /** The versions of a pack, the oldest first. */
    public List<LawPack> versions(String pack) {
        return packs.stream()
                .filter(candidate -> candidate.head().pack().equals(pack))
                .toList();
    }

    public Optional<LawPack> latest(String pack) {
        return versions(pack).stream().reduce((_, later) -> later);
    }

    /** The version of a pack that counts on a day: the latest that has begun, or the latest of all where none has. */
    public Optional<LawPack> on(String pack, LocalDate day) {
        return versions(pack).stream()
                .filter(version -> !day.isBefore(version.head().effectiveFrom()))
                .reduce((_, later) -> later)
                .or(() -> latest(pack));
    }

    /** The pack for a dossier handled on a day; a project's start may keep it under an older pack for a while. */
    public PackChoice applicable(LocalDate day, @Nullable LocalDate projectStart) {
        List<LawPack> counting = packs.stream()
                .filter(pack -> on(pack.head().pack(), day).filter(pack::equals).isPresent())
                .toList();
        for (LawPack pack : counting) {
            for (PackHead.Transition transition : pack.head().transitions()) {
                if (covers(transition, day, projectStart)) {
                    return new PackChoice.ByTransition(pack, transition);
                }
            }
        }
        return counting.stream()
                .filter(pack -> inForce(pack.head(), day))
                .max(Comparator.comparing(pack -> pack.head().effectiveFrom()))
                .<PackChoice>map(PackChoice.ByDate::new)
                .orElseGet(() -> new PackChoice.None(day));
    }

    private static boolean covers(PackHead.Transition transition, LocalDate day, @Nullable LocalDate projectStart) {
        return projectStart != null
                && projectStart.isBefore(transition.startedBefore())
                && !day.isBefore(transition.basis().from())
                && !day.isAfter(transition.until());
    }

    private static boolean inForce(PackHead head, LocalDate day) {
        LocalDate last = head.effectiveTo();
        return !day.isBefore(head.effectiveFrom()) && (last == null || !day.isAfter(last));
    }
}
