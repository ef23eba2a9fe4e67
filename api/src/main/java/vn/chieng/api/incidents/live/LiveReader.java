package vn.chieng.api.incidents.live;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.chieng.api.access.Callers;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.queue.IncidentQuery;
import vn.chieng.api.incidents.queue.QueueColumn;

/** One open page: a bounded queue and the thread that empties it; who cannot keep up is told to start over. */
final class LiveReader {
    private static final Update RESYNC = new Update(null, "resync", "-");
    private static final Update END = new Update(null, "end", "-");

    /**
     * What the page shows that the stream is for.
     *
     * @param incidentId the incident whose page is open; null for a queue
     * @param listed which incidents the queue lists
     * @param columns which columns it shows
     */
    record Subscription(@Nullable Long incidentId, IncidentQuery listed, Set<QueueColumn> columns) {}

    /** One event of the stream. */
    record Update(@Nullable String id, String name, String data) {}

    private final Locale locale;
    private final String sessionId;
    private final Callers callers;
    private final LiveSettings settings;
    private final Counter dropped;
    private final Consumer<LiveReader> onBeat;
    private final Consumer<LiveReader> onEnd;
    private final Subscription subscription;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<Update> queue;
    private volatile SignedIn caller;
    private volatile boolean gone;

    LiveReader(
            SignedIn caller,
            Locale locale,
            String sessionId,
            Callers callers,
            LiveSettings settings,
            Counter dropped,
            Subscription subscription,
            Consumer<LiveReader> onBeat,
            Consumer<LiveReader> onEnd) {
        this.caller = caller;
        this.locale = locale;
        this.sessionId = sessionId;
        this.callers = callers;
        this.settings = settings;
        this.dropped = dropped;
        this.subscription = subscription;
        this.onBeat = onBeat;
        this.onEnd = onEnd;
        queue = new ArrayBlockingQueue<>(settings.streamQueue());
    }

    void start() {
        emitter.onCompletion(this::leave);
        emitter.onError(_ -> leave());
        emitter.onTimeout(this::leave);
        Thread.ofVirtual().name("live-reader").start(this::run);
    }

    SseEmitter emitter() {
        return emitter;
    }

    SignedIn caller() {
        return caller;
    }

    Locale locale() {
        return locale;
    }

    String sessionId() {
        return sessionId;
    }

    /** The incident whose page is open; null for a queue. */
    @Nullable
    Long incidentId() {
        return subscription.incidentId();
    }

    Subscription subscription() {
        return subscription;
    }

    synchronized void offer(Update update) {
        if (!queue.offer(update)) {
            dropped.increment(queue.size() + 1.0);
            queue.clear();
            queue.add(RESYNC);
        }
    }

    synchronized void resync() {
        queue.clear();
        queue.add(RESYNC);
    }

    synchronized void close() {
        queue.clear();
        queue.add(END);
        onEnd.accept(this);
    }

    /** The page is gone: the server ends the request itself, and whoever touched it after that would touch the next one's. */
    private void leave() {
        gone = true;
        close();
    }

    private void run() {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            onBeat.accept(this);
            long checked = System.nanoTime();
            while (true) {
                Update update = queue.poll(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
                boolean due =
                        System.nanoTime() - checked >= settings.heartbeat().toNanos();
                if (END.equals(update) || (due && !stillPermitted())) {
                    break;
                }
                if (due) {
                    checked = System.nanoTime();
                    onBeat.accept(this);
                }
                emitter.send(update == null ? SseEmitter.event().comment("alive") : event(update));
            }
            if (!gone) {
                emitter.complete();
            }
        } catch (IOException | IllegalStateException e) {
            // the server ends the request of a page that is gone itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.accept(this);
        }
    }

    /** Whoever lost the session, the role or the permission since the stream was opened gets nothing more; a database that is down takes nothing away. */
    private boolean stillPermitted() {
        try {
            Optional<SignedIn> now =
                    callers.now(caller, sessionId).filter(still -> still.may(Permission.INCIDENTS_READ));
            now.ifPresent(still -> caller = still);
            return now.isPresent();
        } catch (DataAccessException e) {
            return true;
        }
    }

    private static SseEmitter.SseEventBuilder event(Update update) {
        SseEmitter.SseEventBuilder event = SseEmitter.event().name(update.name());
        if (update.id() != null) {
            event.id(update.id());
        }
        // one line of data: a row holds no text in which a line break counts
        return event.data(update.data().replace('\n', ' ').replace('\r', ' '));
    }
}
