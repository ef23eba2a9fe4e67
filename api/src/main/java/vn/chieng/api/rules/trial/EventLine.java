package vn.chieng.api.rules.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;

/** A matching event as a line of a table. */
record EventLine(
        String index,
        String id,
        @Nullable Instant at,
        @Nullable String organizationId,
        String host,
        String user,
        String source,
        String message) {
    private static final int MOST = 300;

    static EventLine of(StoredEvent stored) {
        Event event = stored.event();
        String created = event.text(Ecs.EVENT_CREATED);
        return new EventLine(
                stored.index(),
                stored.id(),
                created == null ? null : Times.instant(created, Instant.EPOCH),
                event.text(Ecs.ORGANIZATION_ID),
                text(event, Ecs.HOST_NAME),
                text(event, Ecs.USER_NAME),
                text(event, Ecs.SOURCE_IP),
                message(event));
    }

    private static String message(Event event) {
        String message = text(event, Ecs.MESSAGE);
        String shown = message.isEmpty() ? text(event, Ecs.EVENT_ORIGINAL) : message;
        return shown.substring(0, Math.min(shown.length(), MOST));
    }

    private static String text(Event event, String field) {
        String text = event.text(field);
        return text == null ? "" : text;
    }
}
