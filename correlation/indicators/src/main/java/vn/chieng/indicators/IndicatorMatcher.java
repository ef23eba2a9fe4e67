package vn.chieng.indicators;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import vn.chieng.event.Indicator;
import vn.chieng.event.repeats.FruitlessTexts;

/** Looks the values of one event after another up in a table; used by one thread at a time. */
@SuppressWarnings("EnumOrdinal") // a number for each kind, kept by this object only
public final class IndicatorMatcher {
    /** Values of one list that are looked at. */
    public static final int MOST_VALUES = 256;

    /** Different indicators that one event may hit. */
    static final int MOST_HITS = 16;

    /** Tells lists from texts of the same kind. */
    private static final int AS_LIST = 1 << Byte.SIZE;

    /** The logarithm of how many texts are known to hit nothing. */
    private static final int REMEMBERED = 13;

    private static final int HASHES_OF_A_FILE = 8;
    private static final int[] DIGITS_OF_HASHES = {32, 40, 64};
    private static final int LONGEST_SCHEME = 6;

    private final IndicatorTable table;
    /** An IPv6 address and the length of a network. */
    private final byte[] address = new byte[SixReader.BYTES + 1];

    private final byte[] plain = new byte[UrlText.LONGEST + Long.BYTES];
    private final SixReader six = new SixReader();

    private final List<Indicator> hits = new ArrayList<>();
    private final FruitlessTexts fruitless;
    private int putsKnown;
    private boolean fruitful;
    private long markOfList;
    private InstantSource now = InstantSource.system();

    /** @param random for keys that nobody outside knows */
    public IndicatorMatcher(IndicatorTable table, RandomGenerator random) {
        this.table = table;
        this.fruitless = new FruitlessTexts(random, REMEMBERED);
    }

    /**
     * Begins with the next event.
     *
     * @param time asked only where something is found
     */
    public void begin(InstantSource time) {
        now = time;
        if (putsKnown != table.puts()) {
            putsKnown = table.puts();
            fruitless.clear();
        }
        hits.clear();
    }

    /** The indicators that the values handed over since the beginning hit, each once. */
    public List<Indicator> hits() {
        return hits.isEmpty() ? List.of() : List.copyOf(hits);
    }

    /** Looks a text up. */
    public void look(FieldKind kind, String text) {
        if (table.size() == 0 || text.length() > UrlText.LONGEST) {
            return;
        }
        if (DomainName.isAscii(text)) {
            byte[] ascii = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
            look(kind, ascii, ascii.length);
        } else if (kind == FieldKind.URL) {
            url(text);
        } else if (kind == FieldKind.DOMAIN || kind == FieldKind.HOST) {
            String name = DomainName.read(text);
            if (name != null) {
                domain(name.getBytes(StandardCharsets.US_ASCII), name.length());
            }
        }
    }

    /** Begins with the texts of a list as it stands in JSON; false where it is known that they hit nothing. */
    public boolean beginList(FieldKind kind, byte[] json, int from, int to) {
        fruitful = false;
        markOfList = fruitless.mark(kind.ordinal() | AS_LIST, json, from, to);
        return !fruitless.holds(markOfList);
    }

    /** All texts of the list that was begun have been looked up. */
    public void endList() {
        if (!fruitful) {
            fruitless.keep(markOfList);
        }
    }

    /**
     * Looks a text up as it stands in JSON.
     *
     * @return false where it is not written in plain ASCII, so that it must be decoded first
     */
    public boolean lookPlain(FieldKind kind, byte[] json, int from, int to) {
        if (to - from > UrlText.LONGEST) {
            return true;
        }
        long mark = fruitless.mark(kind.ordinal(), json, from, to);
        if (fruitless.holds(mark)) {
            return true;
        }
        boolean before = fruitful;
        fruitful = false;
        boolean plain = lookNew(kind, json, from, to);
        if (plain && !fruitful) {
            fruitless.keep(mark);
        }
        fruitful |= before;
        return plain;
    }

    private boolean lookNew(FieldKind kind, byte[] json, int from, int to) {
        if (kind == FieldKind.ADDRESS || kind == FieldKind.HOST) {
            if (IpText.readFour(json, from, to, address)) {
                address(Integer.BYTES);
                return true;
            }
            if (IpText.isSurelyInside(json, from, to)) {
                return true;
            }
        }
        if (!PlainLetters.fold(json, from, to, plain)) {
            return false;
        }
        look(kind, plain, to - from);
        return true;
    }

    private void look(FieldKind kind, byte[] text, int length) {
        if (length == 0) {
            return;
        }
        switch (kind) {
            case ADDRESS -> address(text, length);
            case DOMAIN -> domain(text, length);
            case HOST -> {
                if (!address(text, length)) {
                    domain(text, length);
                }
            }
            case URL -> {
                if (mayBeUrl(text, length)) {
                    url(new String(text, 0, length, StandardCharsets.US_ASCII));
                }
            }
            case HASH -> hash(text, 0, length);
            case HASHES -> hashes(text, length);
        }
    }

    /** False where the text is no address. */
    private boolean address(byte[] text, int length) {
        if (IpText.readFour(text, 0, length, address)) {
            address(Integer.BYTES);
            return true;
        }
        if (!holds(text, length, ':') || !six.read(text, length, address)) {
            return false;
        }
        if (IpText.isMapped(address)) {
            System.arraycopy(address, SixReader.BYTES - Integer.BYTES, address, 0, Integer.BYTES);
            address(Integer.BYTES);
        } else {
            address(SixReader.BYTES);
        }
        return true;
    }

    private void address(int length) {
        if (IpText.isSurelyInside(address, length)) {
            return;
        }
        if (table.size(Indicator.Type.IP) > 0) {
            probe(Indicator.Type.IP, address, 0, length);
        }
        if (table.size(Indicator.Type.NETWORK) > 0) {
            for (int bits : table.networks().of(length)) {
                IpText.mask(address, length, bits);
                address[length] = (byte) bits;
                probe(Indicator.Type.NETWORK, address, 0, length + 1);
            }
        }
    }

    /** The name and every name above it. */
    private void domain(byte[] text, int length) {
        if (table.size(Indicator.Type.DOMAIN) == 0 || length > DomainName.LONGEST + 1) {
            return;
        }
        int end = text[length - 1] == '.' ? length - 1 : length;
        long hash = IndicatorKey.start(Indicator.Type.DOMAIN);
        boolean hasDot = false;
        for (int i = end - 1; i >= 0; i--) {
            boolean dot = text[i] == '.';
            if (dot && hasDot) {
                probe(Indicator.Type.DOMAIN, text, i + 1, end, IndicatorKey.finish(hash));
            }
            hasDot |= dot;
            hash = IndicatorKey.step(hash, text[i]);
        }
        if (hasDot) {
            probe(Indicator.Type.DOMAIN, text, 0, end, IndicatorKey.finish(hash));
        }
    }

    private static boolean mayBeUrl(byte[] text, int length) {
        for (int i = 1; i < LONGEST_SCHEME && i + 2 < length; i++) {
            if (text[i] == ':') {
                return text[i + 1] == '/' && text[i + 2] == '/';
            }
        }
        return false;
    }

    private void url(String text) {
        UrlText url = UrlText.read(text);
        if (url == null) {
            return;
        }
        if (table.size(Indicator.Type.URL) > 0) {
            byte[] bytes = url.value().getBytes(StandardCharsets.US_ASCII);
            probe(Indicator.Type.URL, bytes, 0, bytes.length);
        }
        look(FieldKind.HOST, url.host());
    }

    private void hashes(byte[] text, int length) {
        if (table.size(Indicator.Type.MD5) + table.size(Indicator.Type.SHA1) + table.size(Indicator.Type.SHA256) == 0) {
            return;
        }
        int start = 0;
        int hashes = 0;
        for (int i = 0; i <= length && hashes < HASHES_OF_A_FILE; i++) {
            if (i == length || text[i] == ',') {
                hash(text, start, i);
                hashes++;
                start = i + 1;
            } else if (text[i] == '=') {
                start = i + 1;
                i = endOfHash(text, start, length) - 1;
            }
        }
    }

    /** Where a hash of a known length ends; its own start where none does. */
    private static int endOfHash(byte[] text, int start, int length) {
        for (int digits : DIGITS_OF_HASHES) {
            int end = start + digits;
            if (end == length || (end < length && text[end] == ',')) {
                return end;
            }
        }
        return start;
    }

    private void hash(byte[] text, int from, int to) {
        Indicator.Type type = IndicatorReader.hashOf(to - from);
        if (type != null && table.size(type) > 0) {
            probe(type, text, from, to);
        }
    }

    private static boolean holds(byte[] text, int length, char wanted) {
        for (int i = 0; i < length; i++) {
            if (text[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private void probe(Indicator.Type type, byte[] bytes, int from, int to) {
        probe(type, bytes, from, to, IndicatorKey.hash(type, bytes, from, to));
    }

    private void probe(Indicator.Type type, byte[] bytes, int from, int to, long hash) {
        Indicator found = table.find(type, bytes, from, to, hash, now);
        fruitful |= found != null;
        if (found != null && hits.size() < MOST_HITS && !hits.contains(found)) {
            hits.add(found);
        }
    }
}
