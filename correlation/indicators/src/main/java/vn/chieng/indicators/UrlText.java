package vn.chieng.indicators;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of a web address: lower case throughout, without user, default port and fragment, everything beyond
 * ASCII percent-encoded. Paths do tell cases apart, but attackers' servers seldom do, and loggers fold them.
 *
 * @param host name or address, IPv6 without its brackets
 */
record UrlText(String value, String host) {
    static final int LONGEST = 2_048;

    private static final int LONGEST_PORT = 5;

    /** Null where it is no absolute address of http, https or ftp. */
    static @Nullable UrlText read(String text) {
        int start = text.indexOf("://");
        if (start < 0 || text.length() > LONGEST) {
            return null;
        }
        String scheme = text.substring(0, start).toLowerCase(Locale.ROOT);
        String usual = usualPort(scheme);
        if (usual == null) {
            return null;
        }
        int from = start + "://".length();
        int end = endOfAuthority(text, from);
        String authority =
                text.substring(text.lastIndexOf('@', end - 1) >= from ? text.lastIndexOf('@', end - 1) + 1 : from, end);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String port = hasPort ? authority.substring(colon + 1) : "";
        String host = host(hasPort ? authority.substring(0, colon) : authority);
        if (host == null || port.length() > LONGEST_PORT || !port.chars().allMatch(Character::isDigit)) {
            return null;
        }
        String written = host.indexOf(':') < 0 ? host : "[" + host + "]";
        String value =
                scheme + "://" + written + (port.isEmpty() || port.equals(usual) ? "" : ":" + port) + rest(text, end);
        return value.length() <= LONGEST ? new UrlText(value, host) : null;
    }

    private static @Nullable String usualPort(String scheme) {
        return switch (scheme) {
            case "http" -> "80";
            case "https" -> "443";
            case "ftp" -> "21";
            default -> null;
        };
    }

    private static int endOfAuthority(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if ("/?#\\".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static @Nullable String host(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        byte[] address = IpText.bytes(bracketed ? text.substring(1, text.length() - 1) : text);
        return address == null ? DomainName.read(text) : IpText.text(address);
    }

    private static String rest(String text, int from) {
        int fragment = text.indexOf('#', from);
        String rest =
                text.substring(from, fragment < 0 ? text.length() : fragment).replace('\\', '/');
        String path = rest.startsWith("/") ? rest : "/" + rest;
        return (DomainName.isAscii(path) ? path : encoded(path)).toLowerCase(Locale.ROOT);
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            if (each < 0) {
                encoded.append('%').append(HexFormat.of().toHexDigits(each));
            } else {
                encoded.append((char) each);
            }
        }
        return encoded.toString();
    }
}
