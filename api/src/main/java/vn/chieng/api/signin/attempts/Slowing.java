package vn.chieng.api.signin.attempts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes each wrong try wait longer than the one before it, by name and by address. Nobody's thread waits: whoever comes too early is told when to come
 * back. Names that do not exist are slowed like those that do.
 */
@Component
public final class Slowing {
    private static final int MOST_DOUBLINGS = 20;
    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST_NAME = 100;

    private final AttemptSettings settings;
    private final Clock clock;
    private final Map<String, Tries> tries;

    private record Tries(int failures, Instant last, Instant notBefore) {}

    public Slowing(AttemptSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        int most = 2 * settings.remembered();
        tries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                return size() > most;
            }
        };
        Gauge.builder("chieng.signin.tries.remembered", this, Slowing::size).register(meters);
    }

    /** How long to wait before the next try; empty: not at all. */
    public synchronized Optional<Duration> pause(String name, String address) {
        Instant now = clock.instant();
        Instant notBefore = now;
        for (String key : new String[] {byName(name), byAddress(address)}) {
            Tries known = tries.get(key);
            if (known != null && known.notBefore().isAfter(notBefore)) {
                notBefore = known.notBefore();
            }
        }
        return notBefore.isAfter(now) ? Optional.of(Duration.between(now, notBefore)) : Optional.empty();
    }

    /** A wrong try. */
    public synchronized void failed(String name, String address) {
        count(byName(name), settings.freeByAccount());
        count(byAddress(address), settings.freeByAddress());
    }

    /** A right one: the name starts over, the address does not, or else one known password would free it for guessing others. */
    public synchronized void succeeded(String name) {
        tries.remove(byName(name));
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        Tries known = tries.get(key);
        int failures =
                known == null || known.last().plus(settings.forgottenAfter()).isBefore(now) ? 1 : known.failures() + 1;
        tries.put(key, new Tries(failures, now, now.plus(pause(failures - free))));
    }

    private Duration pause(int beyondFree) {
        if (beyondFree <= 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(beyondFree - 1, MOST_DOUBLINGS));
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }

    private synchronized int size() {
        return tries.size();
    }

    private static String byName(String name) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        return "name:" + small.substring(0, Math.min(small.length(), LONGEST_NAME));
    }

    /** An IPv6 customer has a whole network of addresses. */
    private static String byAddress(String address) {
        if (!address.contains(":")) {
            return "address:" + address;
        }
        byte[] bytes = InetAddress.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
        return "address:" + HexFormat.of().formatHex(bytes, 0, Math.min(NETWORK_BYTES, bytes.length));
    }
}
