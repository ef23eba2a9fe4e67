package vn.chieng.api.dossiers.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Procedure;

/** A hundred thousand random sequences over all routes, each accepted move judged by rules written a second time. */
class RandomSequencesTest {
    private static final int SEQUENCES = 100_000;
    private static final int MOVES = 16;
    private static final long SEED = 20_261_122;

    private final Random random = new Random(SEED);
    private final Days days = new Days(random);
    private final Map<String, Integer> approved = new HashMap<>();
    private final Map<DossierState, Integer> seen = new EnumMap<>(DossierState.class);

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
        for (int i = 0; i < SEQUENCES; i++) {
            LawPack pack = packs.get(random.nextInt(packs.size()));
            List<Procedure.Route> routes = pack.procedure().routes();
            walk(new RandomWalk(pack, routes.get(random.nextInt(routes.size())), random), i);
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrder(DossierState.values());
        assertThat(approved)
                .as("every route is walked to its end often enough to mean something")
                .hasSize(8)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(500));
    }

    private void walk(RandomWalk walk, int number) {
        var clocks = new SecondClock(walk.pack, walk.route, days);
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
            seen.merge(accepted.after().state(), 1, Integer::sum);
            if (accepted.move() instanceof Move.Decide && accepted.after().state() == DossierState.APPROVED) {
                approved.merge(walk.pack.head().pack() + walk.route.id(), 1, Integer::sum);
            }
        }
    }
}
