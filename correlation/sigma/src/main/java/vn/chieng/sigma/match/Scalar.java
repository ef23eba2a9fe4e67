package vn.chieng.sigma.match;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.text.CaseFolding;

/** One value of an event with its forms, each made when first asked for; used by one thread. */
public final class Scalar {
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");

    private final Object value;
    private @Nullable String text;
    private @Nullable String folded;

    Scalar(Object value) {
        this.value = value;
    }

    /** The value as the event holds it. */
    public Object value() {
        return value;
    }

    /** The value as text. */
    public String text() {
        String made = text;
        if (made == null) {
            made = value.toString();
            text = made;
        }
        return made;
    }

    /** The text, folded so that case does not matter. */
    public String folded() {
        String made = folded;
        if (made == null) {
            made = CaseFolding.fold(text());
            folded = made;
        }
        return made;
    }

    /** The value as a number, or null where it is none. */
    @Nullable
    BigDecimal number() {
        return switch (value) {
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
