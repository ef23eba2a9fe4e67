package vn.chieng.sigma.match;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.raw.JsonForm;
import vn.chieng.sigma.raw.RawKind;
import vn.chieng.sigma.raw.RawText;
import vn.chieng.sigma.rule.IpNetwork;
import vn.chieng.sigma.text.CaseFolding;

/** One value of an event with its forms, each made when first asked for; used again and again by one thread. */
public final class Scalar {
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final byte[] NONE = {};

    private @Nullable JsonForm form;
    private boolean formed;
    private RawKind kind = RawKind.NULL;
    private byte[] json = NONE;
    private int start;
    private int end;
    private @Nullable Object value;
    private @Nullable String text;
    private @Nullable String folded;
    private byte @Nullable [] address;
    private boolean addressRead;

    Scalar() {}

    Scalar set(Object made) {
        forget();
        kind = RawKind.NULL;
        json = NONE;
        value = made;
        return this;
    }

    Scalar set(RawKind rawKind, byte[] source, int from, int to) {
        forget();
        kind = rawKind;
        json = source;
        start = from;
        end = to;
        value = null;
        return this;
    }

    private void forget() {
        formed = false;
        text = null;
        folded = null;
        addressRead = false;
    }

    private boolean isRaw() {
        return kind != RawKind.NULL;
    }

    /** The value as the event holds it. */
    public Object value() {
        Object made = value;
        if (made == null) {
            made = switch (kind) {
                case TEXT, VEILED_TEXT -> text();
                case INTEGER, NUMBER -> RawText.number(json, start, end);
                case TRUE -> true;
                case FALSE -> false;
                case NULL, OBJECT, LIST -> throw new IllegalStateException("no scalar");
            };
            value = made;
        }
        return made;
    }

    /** The value as text. */
    public String text() {
        String made = text;
        if (made == null) {
            made = isRaw() && kind != RawKind.NUMBER ? RawText.decode(kind, json, start, end) : value().toString();
            text = made;
        }
        return made;
    }

    /** The text, folded so that case does not matter. */
    public String folded() {
        String made = folded;
        if (made == null) {
            made = isRaw() && kind != RawKind.NUMBER
                    ? RawText.folded(kind, json, start, end)
                    : CaseFolding.fold(text());
            folded = made;
        }
        return made;
    }

    /** The bytes of the address that the text is, or null where it is none; not to be changed. */
    byte @Nullable [] address() {
        if (!addressRead) {
            address = IpNetwork.address(text());
            addressRead = true;
        }
        return address;
    }

    /** The text as JSON writes it, its letters of ASCII as themselves, in either case; changes with the next event. */
    public byte[] form() {
        return isPlain() ? json : made().bytes();
    }

    /** Where the {@link #form} begins. */
    public int formStart() {
        return isPlain() ? start : 0;
    }

    /** Where the {@link #form} ends. */
    public int formEnd() {
        return isPlain() ? end : made().length();
    }

    /** Whether the {@link #form} stands in the JSON itself. */
    public boolean isPlain() {
        return isRaw() && kind != RawKind.NUMBER && kind != RawKind.VEILED_TEXT;
    }

    private JsonForm made() {
        JsonForm made = form;
        if (made == null) {
            made = new JsonForm();
            form = made;
        }
        if (!formed) {
            made.set(text());
            formed = true;
        }
        return made;
    }

    /** Whether it is a number, and not only the text of one. */
    public boolean isNumber() {
        return isRaw() ? kind == RawKind.INTEGER || kind == RawKind.NUMBER : value instanceof Number;
    }

    /** Whether it is a number that may be written otherwise than a rule writes it. */
    public boolean isOddNumber() {
        return isRaw()
                ? kind == RawKind.NUMBER
                : value instanceof Number && !(value instanceof Integer) && !(value instanceof Long);
    }

    /** The value as a number, or null where it is none. */
    @Nullable
    BigDecimal number() {
        return switch (Objects.requireNonNull(value())) {
            case Integer integer -> BigDecimal.valueOf(integer);
            case Long integer -> BigDecimal.valueOf(integer);
            case BigInteger integer -> new BigDecimal(integer);
            case BigDecimal decimal -> decimal;
            case Boolean _ -> null;
            default -> {
                String digits = text().strip();
                boolean readable = digits.length() <= LONGEST_NUMBER
                        && NUMBER.matcher(digits).matches();
                yield readable ? new BigDecimal(digits) : null;
            }
        };
    }
}
