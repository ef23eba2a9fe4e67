package vn.chieng.api.incidents.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.chieng.api.access.Callers;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.FragmentRenderer;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.presence.Presence;
import vn.chieng.api.incidents.queue.IncidentQuery;
import vn.chieng.api.incidents.queue.IncidentQueue;
import vn.chieng.api.incidents.queue.QueueColumn;
import vn.chieng.api.incidents.queue.QueueRows;

/**
 * Sends changed rows to open queue pages. A row is rendered once for each language, permission class and scope; whether a
 * reader may see it is asked for every reader.
 */
@Component
final class LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int MOST_REPLAYED = 200;

    private final IncidentStore store;
    private final IncidentQueue queue;
    private final QueueRows rows;
    private final FragmentRenderer renderer;
    private final Callers callers;
    private final Presence presence;
    private final LiveSettings settings;
    private final Clock clock;
    private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();
    private final Counter dropped;

    private record Look(Locale locale, boolean mayWork, Reader reader, Set<QueueColumn> columns) {}

    private record Listed(IncidentQuery query, Reader reader) {}

    LiveFeed(
            IncidentStore store,
            IncidentQueue queue,
            QueueRows rows,
            FragmentRenderer renderer,
            Callers callers,
            Presence presence,
            LiveSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.queue = queue;
        this.rows = rows;
        this.renderer = renderer;
        this.callers = callers;
        this.presence = presence;
        this.settings = settings;
        this.clock = clock;
        dropped = meters.counter("chieng.incidents.stream.dropped");
        Gauge.builder("chieng.incidents.streams.open", readers, Set::size).register(meters);
    }

    /** Opens a stream, or null where there are too many. */
    @Nullable
    SseEmitter open(
            SignedIn caller,
            Locale locale,
            String sessionId,
            @Nullable String lastEventId,
            LiveReader.Subscription subscription) {
        if (readers.size() >= settings.maxStreams()) {
            return null;
        }
        var reader = new LiveReader(
                caller, locale, sessionId, callers, settings, dropped, subscription, this::beat, this::end);
        readers.add(reader);
        reader.start();
        if (lastEventId != null) {
            replay(reader, lastEventId);
        }
        return reader.emitter();
    }

    private void beat(LiveReader reader) {
        Long incident = reader.incidentId();
        if (incident != null && readers.contains(reader)) {
            tellPresence(() -> presence.seen(incident, reader.caller()));
        }
    }

    private void end(LiveReader reader) {
        boolean removed = readers.remove(reader);
        Long incident = reader.incidentId();
        if (incident == null || !removed) {
            return;
        }
        long left = incident;
        boolean looksElsewhere = readers.stream()
                .anyMatch(other -> incident.equals(other.incidentId())
                        && other.caller().accountId() == reader.caller().accountId());
        if (!looksElsewhere) {
            tellPresence(() -> presence.left(left, reader.caller()));
        }
    }

    /** Who looks is a courtesy: without a database nobody is told, and the stream goes on. */
    private static void tellPresence(Runnable telling) {
        try {
            telling.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.atDebug().setCause(e).log("presence is not told");
        }
    }

    /** Tells the open pages of an incident who else looks at it. */
    void publishPresence(long incidentId) {
        List<LiveReader> here = readers.stream()
                .filter(reader -> Long.valueOf(incidentId).equals(reader.incidentId()))
                .toList();
        if (!here.isEmpty()) {
            List<Presence.Viewer> viewers = presence.now(incidentId);
            here.forEach(reader -> reader.offer(new LiveReader.Update(
                    null,
                    "present",
                    renderer.render(
                            "incidents/present",
                            "present",
                            reader.locale(),
                            Map.of(
                                    "viewers",
                                    viewers.stream()
                                            .filter(viewer -> viewer.accountId()
                                                    != reader.caller().accountId())
                                            .toList())))));
        }
    }

    private void replay(LiveReader reader, String lastEventId) {
        Instant since;
        try {
            since = Instant.EPOCH.plus(Long.parseLong(lastEventId), ChronoUnit.MICROS);
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            reader.resync();
            return;
        }
        List<Long> missed = since.isBefore(clock.instant().minus(settings.replay()))
                ? List.of()
                : store.changedSince(since, MOST_REPLAYED + 1, reader.caller().scope());
        if (since.isBefore(clock.instant().minus(settings.replay())) || missed.size() > MOST_REPLAYED) {
            reader.resync();
        } else if (!missed.isEmpty()) {
            Map<Look, String> rendered = new HashMap<>();
            store.findAll(missed).forEach(incident -> send(reader, incident, rendered));
        }
    }

    boolean hasReaders() {
        return !readers.isEmpty();
    }

    /** Tells every page to load itself again. */
    void resync() {
        readers.forEach(LiveReader::resync);
    }

    void publish(List<Incident> changed, Set<Long> created) {
        for (Incident incident : changed) {
            if (created.contains(incident.id())) {
                announce(incident);
            } else {
                Map<Look, String> rendered = new HashMap<>();
                readers.forEach(reader -> send(reader, incident, rendered));
            }
        }
    }

    private static boolean mayRead(SignedIn caller, Incident incident) {
        return caller.may(Permission.INCIDENTS_READ) && caller.scope().covers(incident.organizationIds());
    }

    private static String position(Incident incident) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, incident.changedAt()));
    }

    /** Tells those queues of a new incident that would list it; each different list is asked once. */
    private void announce(Incident incident) {
        Map<Listed, Boolean> listed = new HashMap<>();
        for (LiveReader reader : readers) {
            SignedIn caller = reader.caller();
            if (mayRead(caller, incident)
                    && listed.computeIfAbsent(
                            new Listed(reader.subscription().listed(), Reader.of(caller)),
                            each -> lists(each, incident))) {
                reader.offer(new LiveReader.Update(position(incident), "new", Long.toString(incident.id())));
            }
        }
    }

    private boolean lists(Listed list, Incident incident) {
        return list.query().isEveryOpenOne()
                ? incident.state().open()
                : queue.matches(incident.id(), list.query(), list.reader());
    }

    private void send(LiveReader reader, Incident incident, Map<Look, String> rendered) {
        SignedIn caller = reader.caller();
        if (!mayRead(caller, incident)) {
            return;
        }
        Look look = new Look(
                reader.locale(),
                caller.may(Permission.INCIDENTS_WORK),
                Reader.of(caller),
                reader.subscription().columns());
        String row = rendered.computeIfAbsent(look, _ -> row(incident.shownTo(look.reader()), look));
        reader.offer(new LiveReader.Update(position(incident), "inc-" + incident.id(), row));
    }

    private String row(Incident incident, Look look) {
        return renderer.render(
                "incidents/row",
                "row",
                look.locale(),
                Map.of(
                        "row",
                        rows.of(List.of(incident), look.reader().scope(), look.columns(), look.locale())
                                .getFirst(),
                        "mayWork",
                        look.mayWork()));
    }

    /** A stream ends with the session it was opened in: sign-out, time-out. */
    @EventListener
    void onSessionEnd(SessionDestroyedEvent event) {
        close(reader -> reader.sessionId().equals(event.getId()));
    }

    @EventListener(ContextClosedEvent.class)
    void onShutdown() {
        close(_ -> true);
    }

    private void close(java.util.function.Predicate<LiveReader> which) {
        new ArrayList<>(readers).stream().filter(which).forEach(LiveReader::close);
    }
}
