package vn.chieng.indicators;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;

/** Looks the values of one event after another up in a table; used by one thread at a time. */
public final class IndicatorMatcher {
    /** Values of one list that are looked at. */
    static final int MOST_VALUES = 256;

    /** Different indicators that one event may hit. */
    static final int MOST_HITS = 16;

    private static final int HASHES_OF_A_FILE = 8;

    private final IndicatorTable table;
    private final byte[] key = new byte[UrlText.LONGEST];
    private final List<Indicator> hits = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    public IndicatorMatcher(IndicatorTable table) {
        this.table = table;
    }

    /** Begins with the next event. */
    public void begin(Instant time) {
        now = time;
        hits.clear();
    }

    /** The indicators that the values handed over since the beginning hit, each once. */
    public List<Indicator> hits() {
        return hits.isEmpty() ? List.of() : List.copyOf(hits);
    }

    /** Looks a value up, or every value of a list. */
    public void look(FieldKind kind, @Nullable Object value) {
        if (table.size() == 0) {
            return;
        }
        if (value instanceof String text) {
            look(kind, text);
        } else if (value instanceof Collection<?> values) {
            int left = MOST_VALUES;
            for (Object each : values) {
                if (left == 0) {
                    return;
                }
                left--;
                if (each instanceof String text) {
                    look(kind, text);
                }
            }
        }
    }

    private void look(FieldKind kind, String text) {
        if (text.isEmpty() || text.length() > UrlText.LONGEST) {
            return;
        }
        switch (kind) {
            case ADDRESS -> address(text);
            case DOMAIN -> domain(text);
            case HOST -> {
                if (!address(text)) {
                    domain(text);
                }
            }
            case URL -> url(text);
            case HASH -> hash(text, 0, text.length());
            case HASHES -> hashes(text);
        }
    }

    /** False where the text is no address. */
    private boolean address(String text) {
        if (!IpText.readFour(text, key)) {
            byte[] bytes = text.indexOf(':') < 0 ? null : IpText.bytes(text);
            if (bytes == null) {
                return false;
            }
            System.arraycopy(bytes, 0, key, 0, bytes.length);
            address(bytes.length);
        } else {
            address(Integer.BYTES);
        }
        return true;
    }

    private void address(int length) {
        if (table.size(Indicator.Type.IP) > 0) {
            probe(Indicator.Type.IP, 0, length, IndicatorKey.hash(Indicator.Type.IP, key, 0, length));
        }
        if (table.size(Indicator.Type.NETWORK) > 0) {
            for (int bits : table.networks().of(length)) {
                IpText.mask(key, 0, length, bits);
                key[length] = (byte) bits;
                probe(
                        Indicator.Type.NETWORK,
                        0,
                        length + 1,
                        IndicatorKey.hash(Indicator.Type.NETWORK, key, 0, length + 1));
            }
        }
    }

    /** The name and every name above it. */
    private void domain(String text) {
        if (table.size(Indicator.Type.DOMAIN) == 0 || text.length() > DomainName.LONGEST + 1) {
            return;
        }
        int length = fold(text, 0, text.length());
        if (length < 0) {
            String name = DomainName.read(text);
            length = name == null ? 0 : fold(name, 0, name.length());
        }
        int end = length > 0 && key[length - 1] == '.' ? length - 1 : length;
        long hash = IndicatorKey.start(Indicator.Type.DOMAIN);
        boolean hasDot = false;
        for (int i = end - 1; i >= 0; i--) {
            boolean dot = key[i] == '.';
            if (dot && hasDot) {
                probe(Indicator.Type.DOMAIN, i + 1, end, IndicatorKey.finish(hash));
            }
            hasDot |= dot;
            hash = IndicatorKey.step(hash, key[i]);
        }
        if (hasDot) {
            probe(Indicator.Type.DOMAIN, 0, end, IndicatorKey.finish(hash));
        }
    }

    private void url(String text) {
        if (text.indexOf("://") < 0) {
            return;
        }
        UrlText url = UrlText.read(text);
        if (url == null) {
            return;
        }
        if (table.size(Indicator.Type.URL) > 0) {
            int length = fold(url.value(), 0, url.value().length());
            probe(Indicator.Type.URL, 0, length, IndicatorKey.hash(Indicator.Type.URL, key, 0, length));
        }
        look(FieldKind.HOST, url.host());
    }

    private void hashes(String text) {
        int start = 0;
        for (int i = 0; i < HASHES_OF_A_FILE && start < text.length(); i++) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            int equals = text.indexOf('=', start);
            hash(text, equals < 0 || equals >= end ? start : equals + 1, end);
            start = end + 1;
        }
    }

    private void hash(String text, int from, int to) {
        Indicator.Type type = IndicatorReader.hashOf(to - from);
        if (type != null && table.size(type) > 0 && fold(text, from, to) > 0) {
            probe(type, 0, to - from, IndicatorKey.hash(type, key, 0, to - from));
        }
    }

    /** Puts the text into the key in lower case; -1 where it is not ASCII. */
    private int fold(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return -1;
            }
            key[i - from] = (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
        return to - from;
    }

    private void probe(Indicator.Type type, int from, int to, long hash) {
        Indicator found = table.find(type, key, from, to, hash, now);
        if (found != null && hits.size() < MOST_HITS && !hits.contains(found)) {
            hits.add(found);
        }
    }
}
