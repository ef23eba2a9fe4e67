package vn.chieng.api.incidents;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.chieng.api.access.SignedIn;

/** One open page: a bounded queue and the thread that empties it; who cannot keep up is told to start over. */
final class LiveReader {
    private static final Update RESYNC = new Update(null, "resync", "-");
    private static final Update END = new Update(null, "end", "-");

    /** One event of the stream. */
    record Update(@Nullable String id, String name, String data) {}

    private final SignedIn caller;
    private final Locale locale;
    private final String sessionId;
    private final IncidentSettings settings;
    private final Counter dropped;
    private final Consumer<LiveReader> onEnd;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<Update> queue;

    LiveReader(
            SignedIn caller,
            Locale locale,
            String sessionId,
            IncidentSettings settings,
            Counter dropped,
            Consumer<LiveReader> onEnd) {
        this.caller = caller;
        this.locale = locale;
        this.sessionId = sessionId;
        this.settings = settings;
        this.dropped = dropped;
        this.onEnd = onEnd;
        queue = new ArrayBlockingQueue<>(settings.streamQueue());
    }

    void start() {
        emitter.onCompletion(this::close);
        emitter.onError(_ -> close());
        emitter.onTimeout(this::close);
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

    private void run() {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            while (true) {
                Update update = queue.poll(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
                if (END.equals(update)) {
                    break;
                }
                emitter.send(update == null ? SseEmitter.event().comment("alive") : event(update));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e); // the page is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.accept(this);
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
