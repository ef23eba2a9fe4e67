package vn.chieng.api.notifications;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.chieng.api.access.SignedIn;

/** One open page's bell; it is written to by one thread at a time, and one that does not keep up misses a beat. */
final class BellReader {
    private final Locale locale;
    private final String sessionId;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile SignedIn caller;
    private volatile long mark;

    BellReader(SignedIn caller, Locale locale, String sessionId, long mark) {
        this.caller = caller;
        this.locale = locale;
        this.sessionId = sessionId;
        this.mark = mark;
    }

    SseEmitter emitter() {
        return emitter;
    }

    SignedIn caller() {
        return caller;
    }

    /** Rights may change while a page is open. */
    void acts(SignedIn now) {
        caller = now;
    }

    Locale locale() {
        return locale;
    }

    String sessionId() {
        return sessionId;
    }

    boolean knows(long current) {
        return mark == current;
    }

    /** Writes the markup, or only a sign of life where there is none; {@code end} is told where the page is gone. */
    void write(@Nullable String markup, long current, Consumer<BellReader> end) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name("bell").start(() -> {
            try {
                emitter.send(
                        markup == null
                                ? SseEmitter.event().comment("alive")
                                : SseEmitter.event().name("bell").data(markup.replaceAll("\\R", " ")));
                mark = current;
            } catch (IOException | IllegalStateException e) {
                // the server ends the request of a page that is gone itself
                end.accept(this);
            } finally {
                busy.set(false);
            }
        });
    }
}
