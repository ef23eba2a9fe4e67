package vn.chieng.codecs;

import org.jspecify.annotations.Nullable;

/** Tells an IP address from a name without asking any resolver. */
public final class IpAddresses {
    private static final String MAPPED_V4 = "::ffff:";
    private static final int GROUPS = 8;

    private IpAddresses() {}

    /** The address without brackets, zone or IPv4 mapping; null where the text is no address. */
    public static @Nullable String normalized(String text) {
        String address = text;
        if (address.startsWith("[") && address.endsWith("]")) {
            address = address.substring(1, address.length() - 1);
        }
        int zone = address.indexOf('%');
        if (zone > 0) {
            address = address.substring(0, zone);
        }
        if (address.regionMatches(true, 0, MAPPED_V4, 0, MAPPED_V4.length())
                && isV4(address.substring(MAPPED_V4.length()))) {
            return address.substring(MAPPED_V4.length());
        }
        return isV4(address) || isV6(address) ? address : null;
    }

    private static boolean isV4(String text) {
        if (text.length() < 7 || text.length() > 15) {
            return false;
        }
        int dots = 0;
        int digits = 0;
        int value = 0;
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            if (next == '.' && digits > 0) {
                dots++;
                digits = 0;
                value = 0;
            } else if (next >= '0' && next <= '9' && !(digits > 0 && value == 0)) {
                digits++;
                value = value * 10 + next - '0';
                if (value > 255) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return dots == 3 && digits > 0;
    }

    private static boolean isV6(String text) {
        if (text.length() < 2 || text.length() > 45 || text.indexOf(':') < 0) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == GROUPS;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int first = before.isEmpty() ? 0 : groups(before);
        int last = after.isEmpty() ? 0 : groups(after);
        return first >= 0 && last >= 0 && before.indexOf('.') < 0 && first + last < GROUPS;
    }

    /** Number of 16-bit groups, a trailing IPv4 address counting as two; negative where there is anything else. */
    private static int groups(String text) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int index = 0; index < parts.length; index++) {
            String part = parts[index];
            if (index == parts.length - 1 && part.indexOf('.') > 0 && isV4(part)) {
                count += 2;
            } else if (isHexGroup(part)) {
                count++;
            } else {
                return -GROUPS;
            }
        }
        return count;
    }

    private static boolean isHexGroup(String part) {
        if (part.isEmpty() || part.length() > 4) {
            return false;
        }
        for (int index = 0; index < part.length(); index++) {
            if (Character.digit(part.charAt(index), 16) < 0 || part.charAt(index) > 'f') {
                return false;
            }
        }
        return true;
    }
}
