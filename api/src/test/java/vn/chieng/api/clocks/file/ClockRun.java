package vn.chieng.api.clocks.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chieng.law.clocks.ClockState;
import vn.chieng.law.clocks.IncidentClocks;
import vn.chieng.law.clocks.Moment;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;

/** Runs one random sequence through the clock files of the product and through the oracle, and compares them after every event. */
final class ClockRun {
    private static final Instant FRIDAY = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<String> NAMES = List.of("C0", "C24", "C72", "CDL72", "CDL72-subjects", "CNB");
    private static final List<String> FLAGS = List.of(
            "national-security-sign",
            "serious-disruption",
            "dangerous-situation",
            "personal-data-harm",
            "location-or-biometric-data");

    private final IncidentClocks law;
    private final Random random;
    private final ClockOracle oracle;
    private final Map<String, Moment> moments = new HashMap<>();
    private final Map<String, Boolean> flags = new HashMap<>();
    private Instant now;
    private ClockFile file = ClockFile.EMPTY;
    private boolean confirmed;
    private int severity = 3;

    ClockRun(IncidentClocks law, long seed) {
        this.law = law;
        random = new Random(seed);
        now = FRIDAY.plusSeconds(random.nextInt(7 * 24 * 3600));
        moments.put("detection", Moment.of(now));
        oracle = new ClockOracle(now);
        FLAGS.forEach(flag -> flags.put(flag, false));
    }

    void run(int length) {
        for (int i = 0; i < length; i++) {
            event();
            compare();
        }
        now = now.plus(Duration.ofDays(400));
        watch();
        compare();
        oracle.nothingLeftUntold();
    }

    private void event() {
        switch (random.nextInt(10)) {
            case 0, 1 -> confirmed = random.nextInt(4) > 0;
            case 2 -> severity = 1 + random.nextInt(4);
            case 3 -> flags.merge(FLAGS.get(random.nextInt(FLAGS.size())), true, Boolean::logicalXor);
            case 4 -> correct();
            case 5 -> send();
            case 6 -> now = now.plusSeconds(random.nextInt(-300, 301)); // somebody set the system's clock
            case 7 -> restart();
            default -> now = now.plusSeconds(random.nextInt(30 * 3600));
        }
        judge();
        watch();
        boolean open = file.clocks().stream().anyMatch(LegalClock::open);
        assertThat(open).as("closing is blocked").isEqualTo(oracle.blocks());
    }

    private void correct() {
        String event = random.nextBoolean() ? "detection" : "personal-data-detection";
        Moment moment = moments.get(event);
        if (moment != null) {
            Instant to = moment.at().plusSeconds(random.nextInt(-40 * 3600, 40 * 3600));
            moments.put(event, moment.corrected(to, "sai giờ", "a", now));
            oracle.moment(event, to);
        }
    }

    private void send() {
        String clock = NAMES.get(random.nextInt(NAMES.size()));
        boolean preliminary = random.nextBoolean();
        Sending sending = new Sending(now, "a", "b", "c", null, "d", preliminary);
        var step = file.sent(clock, sending);
        assertThat(step.isPresent()).isEqualTo(oracle.send(clock, preliminary));
        step.ifPresent(done -> file = done.file());
    }

    /** What a new process reads from its rows. */
    private void restart() {
        file = new ClockFile(file.clocks().stream()
                .map(clock -> new LegalClock(
                        clock.id(),
                        clock.pack(),
                        clock.state(),
                        clock.from(),
                        clock.due(),
                        List.copyOf(clock.warnings()),
                        clock.sending(),
                        clock.closing()))
                .toList());
    }

    private void judge() {
        List<ClockState> states = states();
        boolean begun = states.stream()
                .filter(ClockState.WithoutStart.class::isInstance)
                .map(state -> moments.putIfAbsent(state.clock().after(), Moment.of(now)) == null)
                .reduce(false, Boolean::logicalOr);
        List<ClockState.Running> running = (begun ? states() : states)
                .stream()
                        .filter(ClockState.Running.class::isInstance)
                        .map(ClockState.Running.class::cast)
                        .toList();
        file = file.judged(running, now).file();
        oracle.judge(confirmed, severity, flags, now);
    }

    private List<ClockState> states() {
        if (!confirmed) {
            return List.of();
        }
        Facts facts =
                Facts.NONE.with("confirmed", new Fact.Flag(true)).with("severity", new Fact.Choice("M" + severity));
        for (Map.Entry<String, Boolean> flag : flags.entrySet()) {
            facts = facts.with(flag.getKey(), new Fact.Flag(flag.getValue()));
        }
        return law.clocks(facts, moments, Set.of());
    }

    private void watch() {
        for (ClockFile.Pending pending : file.pending(now)) {
            file = file.warned(pending.clock().id(), pending.warning().percent(), now);
            oracle.told(pending.clock().id(), pending.warning().percent(), now);
        }
        oracle.everythingTold(now);
        assertThat(file.pending(now)).isEmpty();
    }

    private void compare() {
        Map<String, String> actual = file.clocks().stream()
                .collect(Collectors.toMap(
                        LegalClock::id,
                        clock -> clock.state() + " " + clock.due().truncatedTo(ChronoUnit.SECONDS),
                        (one, _) -> one,
                        TreeMap::new));
        Map<String, String> expected = oracle.shown();
        if (!actual.equals(expected)) {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
