package vn.chieng.api.signin.sessions;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in a few words which browser calls; a guess, since every caller writes there what it likes. */
final class UserAgents {
    private static final int LONGEST_READ = 300;
    private static final int LONGEST_SHOWN = 60;
    /** In this order: each browser also names those before it in history. */
    private static final Pattern BROWSER = Pattern.compile(
            "(?:(Edg|OPR|Firefox|Chrome)/(\\d{1,4})|Version/(\\d{1,4})[.\\d]* (?:Mobile/\\S+ )?(Safari))");

    private static final Pattern SYSTEM = Pattern.compile("Windows|Android|iPhone|iPad|Macintosh|CrOS|Linux");
    private static final Map<String, String> NAMES = Map.of("Edg", "Edge", "OPR", "Opera", "Macintosh", "macOS");

    private UserAgents() {}

    static @Nullable String brief(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String text = header.substring(0, Math.min(header.length(), LONGEST_READ));
        Matcher browser = BROWSER.matcher(text);
        String found = null;
        while (browser.find()) {
            boolean safari = browser.group(4) != null;
            String name = safari ? browser.group(4) : browser.group(1);
            String version = safari ? browser.group(3) : browser.group(2);
            found = NAMES.getOrDefault(name, name) + " " + version;
        }
        if (found == null) {
            return text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
        }
        Matcher system = SYSTEM.matcher(text);
        return system.find() ? found + ", " + NAMES.getOrDefault(system.group(), system.group()) : found;
    }
}
