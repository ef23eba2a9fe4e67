package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.tasks.TaskDraft;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.event.Level;

/** Merging and splitting over PostgreSQL, and random sequences of everything. */
class MergingIT extends DeskServers {
    @Test
    void randomSequencesEndInTheDatabaseAsTheOracleSays() {
        for (long seed = 0; seed < 60; seed++) {
            new DeskRun(new StoreDesk(key + seed)).run(seed, 16);
        }
    }

    @Test
    void aMergeShowsEverythingOfBothAndItsUndoGivesEverythingBack() {
        Incident source = opened("a", Level.CRITICAL, 3, "org-1");
        Incident target = opened("b", Level.MEDIUM, 2, "org-2");
        store.comment(source.id(), "của sự cố thứ nhất", ANALYST);
        tasks.add(source.id(), new TaskDraft("gọi đầu mối", null, null), ANALYST);
        observables.add(source.id(), draft("evil.example"), ANALYST);

        assertThat(merging.merge(source.id(), source.version(), target.id(), "cùng một vụ", ANALYST))
                .isInstanceOf(WorkOutcome.Done.class);
        Incident carrier = get(target.id());
        assertThat(carrier.evidenceCount()).isEqualTo(5);
        assertThat(carrier.detections()).isEqualTo(5);
        assertThat(carrier.organizationIds()).containsExactly("org-1", "org-2");
        assertThat(carrier.severity()).isEqualTo(Severity.M1);
        assertThat(carrier.level()).isEqualTo(Level.CRITICAL);
        assertThat(store.evidence(target.id(), Reader.EVERYTHING, 0, 10)).hasSize(5);
        assertThat(store.history(target.id(), ALL, 50)).anyMatch(entry -> "của sự cố thứ nhất".equals(entry.note()));
        assertThat(tasks.of(target.id(), ALL)).hasSize(1);
        assertThat(observables.sighted(target.id(), Reader.EVERYTHING))
                .anyMatch(each -> each.value().equals("evil.example") && each.kept() != null);
        assertThat(register.members(target.id())).containsExactlyInAnyOrder(source.id(), target.id());

        store.apply(Signals.signal(key + "a2", key + "a", Level.MEDIUM, 1, "org-1"));
        assertThat(ids(key + "a")).as("a late signal opens no second incident").containsExactly(source.id());
        Incident part = get(source.id());
        assertThat(part.state()).isEqualTo(IncidentState.MERGED);

        assertThat(merging.unmerge(source.id(), part.version(), "nhầm", ANALYST))
                .isInstanceOf(WorkOutcome.Done.class);
        Incident left = get(target.id());
        assertThat(left.evidenceCount()).isEqualTo(2);
        assertThat(left.organizationIds()).containsExactly("org-2");
        assertThat(left.severity()).isEqualTo(target.severity());
        assertThat(left.titleEn()).isEqualTo(target.titleEn());
        assertThat(tasks.of(target.id(), ALL)).isEmpty();
        assertThat(get(source.id()).state()).isEqualTo(IncidentState.NEW);
        assertThat(get(source.id()).evidenceCount()).isEqualTo(3);
        assertThat(tasks.of(source.id(), ALL)).hasSize(1);
    }

    @Test
    void evidenceBehindBothIsCountedOnce() {
        Incident source = opened("a", Level.HIGH, 3, "org-1");
        store.apply(onKey(Signals.signal(key + "b", key + "a", Level.HIGH, 3, "org-1"), key + "b"));
        Incident target = get(ids(key + "b").getFirst());
        merging.merge(source.id(), source.version(), target.id(), "", ANALYST);
        assertThat(get(target.id()).evidenceCount()).isEqualTo(3);
        assertThat(store.countEvidence(target.id(), ALL)).isEqualTo(3);
        assertThat(store.evidence(target.id(), Reader.EVERYTHING, 0, 10)).hasSize(3);
    }

    @Test
    void aSplitTakesSignalsWithTheirEvidenceAndMergingItBackUndoesIt() {
        Incident origin = opened("a", Level.MEDIUM, 2, "org-1");
        store.apply(onKey(Signals.signal(key + "x", key + "x", Level.HIGH, 4, "org-2"), key + "a"));
        Incident grown = get(origin.id());
        assertThat(grown.evidenceCount()).isEqualTo(6);

        var outcome = merging.split(origin.id(), grown.version(), Set.of(key + "x"), "vụ khác", ANALYST);
        assertThat(outcome).isInstanceOf(WorkOutcome.Done.class);
        Incident part = ((WorkOutcome.Done) outcome).incident();
        assertThat(part.evidenceCount()).isEqualTo(4);
        assertThat(part.organizationIds()).containsExactly("org-2");
        assertThat(part.detectedAt()).isEqualTo(origin.detectedAt());
        assertThat(part.splitFrom()).isEqualTo(origin.id());
        assertThat(get(origin.id()).evidenceCount()).isEqualTo(2);
        assertThat(get(origin.id()).level()).isEqualTo(Level.MEDIUM);

        store.apply(onKey(Signals.signal(key + "x", key + "x", Level.HIGH, 7, "org-2"), key + "a"));
        assertThat(get(part.id()).evidenceCount())
                .as("more of its signal goes with it")
                .isEqualTo(7);

        merging.merge(part.id(), get(part.id()).version(), origin.id(), "nhầm", ANALYST);
        assertThat(get(origin.id()).evidenceCount()).isEqualTo(9);
        assertThat(get(origin.id()).level()).isEqualTo(Level.HIGH);
    }

    @Test
    void aDrillIsNotMergedIntoWhatIsReal() {
        Incident real = opened("a", Level.HIGH, 1, "org-1");
        Incident drill = opened("b", Level.HIGH, 1, "org-1");
        jdbc.sql("update incidents set exercise_ids = '{dt-1}' where id = ?")
                .param(drill.id())
                .update();
        assertThat(merging.merge(drill.id(), drill.version(), real.id(), "", ANALYST))
                .isInstanceOf(WorkOutcome.Refused.class);
    }

    /** The product over PostgreSQL. */
    private final class StoreDesk implements DeskRun.Desk {
        private final String run;
        private final Map<String, Integer> times = new HashMap<>();

        StoreDesk(String run) {
            this.run = run;
        }

        @Override
        public long apply(String signal, String incidentKey) {
            int seen = times.merge(signal, 1, Integer::sum);
            store.apply(onKey(
                    Signals.signal(run + signal, run + signal, Level.MEDIUM, 1 + seen % 2, "org-1"),
                    run + incidentKey));
            return jdbc.sql("select incident_id from incident_signals where signal_id = ?")
                    .param(run + signal)
                    .query(Long.class)
                    .single();
        }

        @Override
        public Incident get(long id) {
            return MergingIT.this.get(id);
        }

        @Override
        public IncidentWork work() {
            return work;
        }

        @Override
        public WorkOutcome merge(long source, int version, long target, SignedIn by) {
            return merging.merge(source, version, target, "", by);
        }

        @Override
        public WorkOutcome unmerge(long source, int version, SignedIn by) {
            return merging.unmerge(source, version, "", by);
        }

        @Override
        public WorkOutcome split(long origin, int version, Set<String> signals, SignedIn by) {
            Set<String> own = new java.util.HashSet<>();
            signals.forEach(signal -> own.add(run + signal));
            return merging.split(origin, version, own, "", by);
        }
    }
}
