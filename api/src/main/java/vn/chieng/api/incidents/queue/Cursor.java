package vn.chieng.api.incidents.queue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Severity;

/** The place where a page of the list ended; opaque to callers. */
public record Cursor(Severity severity, Instant lastSeen, long id) {

    static Cursor behind(Incident incident) {
        return new Cursor(incident.severity(), incident.lastSeen(), incident.id());
    }

    /** As it stands in an address. */
    public String encoded() {
        String text = severity + "," + ChronoUnit.MICROS.between(Instant.EPOCH, lastSeen) + "," + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #encoded} wrote; anything else is refused. */
    public static Cursor decoded(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(",", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("after");
            }
            return new Cursor(
                    Severity.valueOf(parts[0]),
                    Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS),
                    Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("after", e);
        }
    }
}
