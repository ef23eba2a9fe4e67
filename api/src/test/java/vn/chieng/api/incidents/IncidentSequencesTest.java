package vn.chieng.api.incidents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.SeverityAdvice;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.event.Level;
import vn.chieng.law.LawPacks;
import vn.chieng.law.days.HolidayCalendar;

/** A hundred thousand random sequences against the oracle: no illegal state, no second open incident of a key, no signal astray. */
class IncidentSequencesTest {
    private static final int SEQUENCES = 100_000;
    private static final int LENGTH = 16;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void everySequenceEndsAsTheOracleSays() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            new DeskRun(new MemoryDesk()).run(seed, LENGTH);
        }
    }

    @Test
    void longSequencesDoToo() {
        for (long seed = 0; seed < SEQUENCES / 100; seed++) {
            new DeskRun(new MemoryDesk()).run(-1 - seed, LENGTH * 20);
        }
    }

    /** The decisions over maps; no law pack is in force, so that nothing but the moves decides. */
    private static final class MemoryDesk implements DeskRun.Desk {
        private static final SeverityAdvice ADVICE;
        private static final IncidentFacts FACTS;

        static {
            FACTS = new IncidentFacts(new NoLaw(), new NoSystems());
            ADVICE = new SeverityAdvice(FACTS);
        }

        private final IncidentsInMemory incidents = new IncidentsInMemory(CLOCK);
        private final IncidentWork work = new IncidentWork(incidents, ADVICE, FACTS, List.of(), CLOCK);

        @Override
        public long apply(String signal, String key) {
            return incidents.apply(signal, key, Level.MEDIUM);
        }

        @Override
        public Incident get(long id) {
            return incidents.get(id);
        }

        @Override
        public IncidentWork work() {
            return work;
        }

        @Override
        public WorkOutcome merge(long source, int version, long target, SignedIn by) {
            return incidents.merge(source, version, target, by);
        }

        @Override
        public WorkOutcome unmerge(long source, int version, SignedIn by) {
            return incidents.unmerge(source, version, by);
        }

        @Override
        public WorkOutcome split(long origin, int version, Set<String> signals, SignedIn by) {
            return incidents.split(origin, version, signals, by);
        }
    }

    private static final class NoLaw implements CurrentLaw {
        @Override
        public LawPacks packs() {
            return new LawPacks(List.of());
        }

        @Override
        public HolidayCalendar calendar() {
            throw new UnsupportedOperationException("nothing is counted in days");
        }
    }
}
