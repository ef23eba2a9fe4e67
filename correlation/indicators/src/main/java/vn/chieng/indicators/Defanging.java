package vn.chieng.indicators;

import java.util.regex.Pattern;
import vn.chieng.event.Indicator;

/** Takes the sting out of a written indicator, so that nobody follows it by accident, and puts it back. */
public final class Defanging {
    private static final Pattern DOT = Pattern.compile("\\s?(?:\\[\\.]|\\(\\.\\)|\\{\\.}|\\[dot]|\\(dot\\))\\s?");
    private static final Pattern COLON = Pattern.compile("\\[:]|\\(:\\)");
    private static final Pattern SLASHES = Pattern.compile("\\[://]|\\[//]|:\\[//]");
    private static final Pattern SCHEME = Pattern.compile("^(?:hxxp|h\\*\\*p)(s?):", Pattern.CASE_INSENSITIVE);

    private static final Pattern DEFANGED_SCHEME = Pattern.compile("(?:hxxp|fxp)", Pattern.CASE_INSENSITIVE);

    /** Without one of these nothing was defanged, but for the scheme. */
    private static final String SIGNS = "[](){}*";

    private Defanging() {}

    /** As it is shown: {@code hxxps://evil[.]example/a}; hashes stay as they are. */
    public static String defanged(Indicator.Type type, String value) {
        return switch (type) {
            case IP, NETWORK, DOMAIN -> withoutDots(value);
            case URL -> {
                int host = value.indexOf("://") + 3;
                int path = value.indexOf('/', host);
                int end = path < 0 ? value.length() : path;
                String scheme = value.substring(0, host).replace("http", "hxxp").replace("ftp", "fxp");
                yield scheme + withoutDots(value.substring(host, end)) + value.substring(end);
            }
            case MD5, SHA1, SHA256 -> value;
        };
    }

    /** As it is matched: what others wrote defanged is taken as it was meant. */
    public static String armed(String written) {
        String stripped = written.strip();
        if (stripped.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)
                && !DEFANGED_SCHEME.matcher(stripped).lookingAt()) {
            return stripped;
        }
        String text = DOT.matcher(stripped).replaceAll(".");
        text = SLASHES.matcher(text).replaceAll("://");
        text = COLON.matcher(text).replaceAll(":");
        text = SCHEME.matcher(text).replaceFirst("http$1:");
        return text.regionMatches(true, 0, "fxp:", 0, 4) ? "ftp" + text.substring(3) : text;
    }

    private static String withoutDots(String text) {
        return text.replace(".", "[.]");
    }
}
