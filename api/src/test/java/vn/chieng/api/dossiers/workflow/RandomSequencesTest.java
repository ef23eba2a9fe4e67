package vn.chieng.api.dossiers.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Procedure;

/** A hundred thousand random sequences over all routes, each accepted move judged by rules written a second time. */
class RandomSequencesTest {
    private static final int SEQUENCES = 100_000;
    private static final int MOVES = 16;
    private static final long SEED = 20_261_122;

    /** Each share has its own people and calendar, so that they can be walked side by side. */
    private static final int SHARES = 4;

    private final Map<String, Integer> approved = new ConcurrentHashMap<>();
    private final Set<DossierState> seen = ConcurrentHashMap.newKeySet();

    @Test
    void noSequenceReachesAnIllegalStateSkipsAGateOrMiscountsADay() {
        List<LawPack> packs = new ArrayList<>();
        for (String name : List.of("ND331-2026", "ND331-2026", "ND85-2016")) {
            LawPack pack = ShippedLaw.pack(name);
            for (PackHead.FirstDay first : PackHead.FirstDay.values()) {
                packs.add(ShippedLaw.counting(pack, first, false, true));
                packs.add(ShippedLaw.counting(pack, first, true, false));
                packs.add(ShippedLaw.counting(pack, first, false, false));
            }
        }
        IntStream.range(0, SHARES).parallel().forEach(share -> walkShare(share, packs));
        assertThat(seen).containsExactlyInAnyOrder(DossierState.values());
        assertThat(approved)
                .as("every route is walked to its end often enough to mean something")
                .hasSize(8)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(500));
    }

    /** A route with what is made once for all sequences on it. */
    private record Way(LawPack pack, Procedure.Route route, Workflow workflow, Clocks clocks) {}

    private void walkShare(int share, List<LawPack> packs) {
        var random = new Random(SEED + share);
        var days = new Days(random);
        List<List<Way>> ways = packs.stream().map(pack -> ways(pack, days)).toList();
        for (int i = 0; i < SEQUENCES / SHARES; i++) {
            List<Way> ofPack = ways.get(random.nextInt(ways.size()));
            walk(ofPack.get(random.nextInt(ofPack.size())), days, random, share + "." + i);
        }
    }

    private static List<Way> ways(LawPack pack, Days days) {
        var clocks = new Clocks(pack, days.calendar);
        return pack.procedure().routes().stream()
                .map(route -> new Way(pack, route, new Workflow(pack, route), clocks))
                .toList();
    }

    private void walk(Way way, Days days, Random random, String number) {
        var walk = new RandomWalk(way.pack(), way.route(), way.workflow(), random);
        var clocks = new SecondClock(way.pack(), way.clocks(), days);
        for (int move = 0; move < MOVES; move++) {
            RandomWalk.Accepted accepted = walk.step();
            if (accepted == null) {
                continue;
            }
            List<String> broken = SecondOpinion.broken(walk, accepted);
            clocks.after(accepted, walk.now);
            broken.addAll(clocks.wrong(walk.course, walk.now));
            if (!broken.isEmpty()) {
                throw new AssertionError("sequence " + number + ", " + walk.pack.version() + " " + walk.route.id()
                        + ", move " + move + " " + accepted + ": " + broken);
            }
            seen.add(accepted.after().state());
            if (accepted.move() instanceof Move.Decide && accepted.after().state() == DossierState.APPROVED) {
                approved.merge(walk.pack.head().pack() + walk.route.id(), 1, Integer::sum);
            }
        }
    }
}
