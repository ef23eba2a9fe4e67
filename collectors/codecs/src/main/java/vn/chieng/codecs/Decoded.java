package vn.chieng.codecs;

import vn.chieng.event.Event;

/** What a codec made of one frame: always an event, since no bytes are thrown away. */
public sealed interface Decoded {

    /** The event to send on. */
    Event event();

    /** The frame was understood. */
    record Read(Event event) implements Decoded {}

    /** The event is of kind {@code pipeline_error}: it carries the bytes, what was understood of them, and the reason. */
    record Unreadable(Event event, Reason reason) implements Decoded {}

    /** Why a frame could not be read, or not wholly; few and fixed, so that it can be a metric tag. */
    enum Reason {
        EMPTY,
        BINARY,
        BAD_HEADER,
        BAD_STRUCTURED_DATA,
        BAD_JSON,
        NOT_AN_OBJECT,
        NOT_THIS_FORMAT,
        TOO_DEEP,
        TOO_MANY_FIELDS,
        TOO_LONG,
        BAD_TIMESTAMP,
        FUTURE_TIMESTAMP;

        /** As it stands in {@code error.code}: {@code bad_json}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
