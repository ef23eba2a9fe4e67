package vn.chieng.indicators;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one spelling of a domain name: lower case, ASCII, without the dot of the root. */
final class DomainName {
    static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private DomainName() {}

    /** Null where it is no name of at least two labels. */
    static @Nullable String read(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.isEmpty() || name.length() > LONGEST) {
            return null;
        }
        try {
            name = isAscii(name) ? name : IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
        name = name.toLowerCase(Locale.ROOT);
        return name.length() <= LONGEST && hasSoundLabels(name) ? name : null;
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean hasSoundLabels(String name) {
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            boolean sound = !label.isEmpty()
                    && label.length() <= LONGEST_LABEL
                    && !label.startsWith("-")
                    && label.chars()
                            .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
            if (!sound) {
                return false;
            }
        }
        // a last label of digits only belongs to an address
        return labels.length > 1 && !labels[labels.length - 1].chars().allMatch(Character::isDigit);
    }
}
