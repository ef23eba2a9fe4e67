package vn.chieng.api.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.ClockStore;
import vn.chieng.api.clocks.ClockWork;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.clocks.file.Sending;
import vn.chieng.api.incidents.merging.Merging;
import vn.chieng.api.incidents.observables.ObservableStore;
import vn.chieng.api.incidents.related.RelatedIncidents;
import vn.chieng.api.incidents.tasks.TaskStore;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.event.Level;
import vn.chieng.event.Signal;

/** Incidents over PostgreSQL, and short ways to them. */
abstract class DeskServers extends ApiServers {
    static final Scope ALL = new Scope.Everything();
    static final SignedIn ANALYST = caller(Role.ANALYST, ALL);
    static final SignedIn LEAD = caller(Role.SOC_LEAD, ALL);

    @Autowired
    protected IncidentStore store;

    @Autowired
    protected IncidentRegister register;

    @Autowired
    protected IncidentWork work;

    @Autowired
    protected Merging merging;

    @Autowired
    protected TaskStore tasks;

    @Autowired
    protected ObservableStore observables;

    @Autowired
    protected RelatedIncidents related;

    @Autowired
    protected ClockStore clocks;

    @Autowired
    protected ClockWork clockWork;

    @Autowired
    protected Clock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MockMvcTester mvc;

    protected final String key = UUID.randomUUID().toString();

    /** Every duty is decided and every clock has its proof, so that nothing of the law keeps the incident from closing. */
    void reported(long id) {
        Incident incident = get(id);
        Classification old = incident.classification();
        Map<String, String> none = Map.of(
                "national-security-sign", "false",
                "serious-disruption", "false",
                "dangerous-situation", "false",
                "personal-data-harm", "false");
        work.classify(
                id,
                incident.version(),
                new Classification(old.group(), old.techniques(), old.tlp(), old.pap(), none, null, null),
                LEAD);
        List<String> running = clocks.file(id).clocks().stream()
                .filter(LegalClock::open)
                .map(LegalClock::id)
                .toList();
        clockWork.sent(
                id,
                running,
                new Sending(clock.instant(), "Người Thử", "PA05", "Điện thoại", null, "nghe máy", false),
                LEAD);
    }

    static ObservableStore.Draft draft(String value) {
        return new ObservableStore.Draft(null, value, Tlp.AMBER, true, null);
    }

    Incident opened(String name, Level level, int detections, String organization) {
        store.apply(Signals.signal(key + name, key + name, level, detections, organization));
        return get(ids(key + name).getFirst());
    }

    /** The same signal for another incident's key. */
    static Signal onKey(Signal signal, String key) {
        return new Signal(
                signal.id(),
                key,
                signal.rule(),
                signal.entity(),
                signal.windowAnchor(),
                signal.firstSeen(),
                signal.lastSeen(),
                signal.detections(),
                signal.detectedBy(),
                signal.evidence());
    }

    Incident get(long id) {
        return store.find(id, Reader.EVERYTHING).orElseThrow();
    }

    List<Long> ids(String incidentKey) {
        return jdbc.sql("select id from incidents where incident_key = ? order by id")
                .param(incidentKey)
                .query(Long.class)
                .list();
    }
}
