package vn.chieng.api.incidents.observables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses written so that no program makes a link of them: {@code hxxp://}, {@code [.]}; and back. */
public final class Defanged {
    private static final Pattern SCHEME = Pattern.compile("(?i)^h(?:tt|xx)(ps?)(?=:)");
    private static final Pattern PLACE = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*://)?([^/?#]*)");

    private Defanged() {}

    /** The harmless spelling. */
    public static String of(String value) {
        Matcher place = PLACE.matcher(SCHEME.matcher(value).replaceFirst("hxx$1"));
        return place.replaceFirst(found -> Matcher.quoteReplacement((found.group(1) == null ? "" : found.group(1))
                + found.group(2).replaceAll("\\[?\\.]?", "[.]").replace("@", "[@]")));
    }

    /** What was meant by a harmless spelling. */
    public static String undone(String text) {
        return text.replaceFirst("(?i)^hxx(ps?)(?=:)", "htt$1")
                .replaceAll("\\[\\.]|\\(\\.\\)|\\[dot]", ".")
                .replace("[@]", "@")
                .replace("[:]", ":");
    }
}
