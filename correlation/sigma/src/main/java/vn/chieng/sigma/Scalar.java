package vn.chieng.sigma;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One value of an event with its forms, each made when first asked for; used by one thread. */
final class Scalar {
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");

    private final Object value;
    private @Nullable String text;
    private @Nullable String folded;

    Scalar(Object value) {
        this.value = value;
    }

    Object value() {
        return value;
    }

    String text() {
        String made = text;
        if (made == null) {
            made = value.toString();
            text = made;
        }
        return made;
    }

    String folded() {
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
