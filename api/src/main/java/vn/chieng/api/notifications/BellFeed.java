package vn.chieng.api.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.chieng.api.access.Callers;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.FragmentRenderer;

/** Keeps the bells of open pages right: one small query every two seconds for all of them, whichever instance told or read. */
@Component
final class BellFeed {
    private static final int ROUNDS_PER_BEAT = 8;

    private final NoticeStore notices;
    private final FragmentRenderer renderer;
    private final Callers callers;
    private final NotificationSettings settings;
    private final Set<BellReader> readers = ConcurrentHashMap.newKeySet();
    private int round;

    BellFeed(
            NoticeStore notices,
            FragmentRenderer renderer,
            Callers callers,
            NotificationSettings settings,
            MeterRegistry meters) {
        this.notices = notices;
        this.renderer = renderer;
        this.callers = callers;
        this.settings = settings;
        Gauge.builder("chieng.notifications.bells.open", readers, Set::size).register(meters);
    }

    /** Opens a bell's stream, or null where there are too many. */
    @Nullable
    SseEmitter open(SignedIn caller, Locale locale, String sessionId) {
        if (readers.size() >= settings.maxStreams()) {
            return null;
        }
        long mark = notices.marks(Set.of(caller.accountId())).getOrDefault(caller.accountId(), 0L);
        var reader = new BellReader(caller, locale, sessionId, mark);
        reader.emitter().onCompletion(() -> readers.remove(reader));
        reader.emitter().onTimeout(() -> readers.remove(reader));
        reader.emitter().onError(_ -> readers.remove(reader));
        readers.add(reader);
        reader.write(null, mark, readers::remove);
        return reader.emitter();
    }

    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        if (readers.isEmpty()) {
            return;
        }
        boolean beat = ++round % ROUNDS_PER_BEAT == 0;
        try {
            List<BellReader> here = List.copyOf(readers);
            Map<Long, Long> marks = notices.marks(
                    here.stream().map(each -> each.caller().accountId()).collect(Collectors.toSet()));
            for (BellReader reader : here) {
                tell(reader, marks.getOrDefault(reader.caller().accountId(), 0L), beat);
            }
        } catch (DataAccessException e) {
            // without a database nobody is told anything new; the streams stay
        }
    }

    private void tell(BellReader reader, long mark, boolean beat) {
        if (beat && !stillSignedIn(reader)) {
            readers.remove(reader);
            reader.emitter().complete();
            return;
        }
        if (!reader.knows(mark)) {
            reader.write(drawn(reader), mark, readers::remove);
        } else if (beat) {
            reader.write(null, mark, readers::remove);
        }
    }

    private boolean stillSignedIn(BellReader reader) {
        Optional<SignedIn> now = callers.now(reader.caller(), reader.sessionId());
        now.ifPresent(reader::acts);
        return now.isPresent();
    }

    private String drawn(BellReader reader) {
        SignedIn caller = reader.caller();
        return renderer.render(
                "notifications/bell",
                "count",
                reader.locale(),
                Map.of("bell", new Bell(() -> notices.count(caller, true))));
    }

    /** A stream ends with the session it was opened in. */
    @EventListener
    void onSessionEnd(SessionDestroyedEvent event) {
        close(reader -> reader.sessionId().equals(event.getId()));
    }

    @EventListener(ContextClosedEvent.class)
    void onShutdown() {
        close(_ -> true);
    }

    private void close(Predicate<BellReader> which) {
        new ArrayList<>(readers).stream().filter(which).forEach(reader -> {
            readers.remove(reader);
            reader.emitter().complete();
        });
    }
}
