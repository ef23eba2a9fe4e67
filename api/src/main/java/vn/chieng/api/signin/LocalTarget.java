package vn.chieng.api.signin;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The path within this site that an address names: whatever host it names, nobody is sent there. */
final class LocalTarget {
    private static final String START = "/";

    private LocalTarget() {}

    static String of(@Nullable String address) {
        if (address == null || address.indexOf('\\') >= 0 || address.chars().anyMatch(Character::isISOControl)) {
            return START;
        }
        try {
            URI uri = new URI(address);
            String path = uri.getRawPath();
            if (uri.isOpaque() || path == null || !path.startsWith("/") || path.startsWith("//")) {
                return START;
            }
            // decoded once more by somebody, "/%5Cevil" or "/%2F/evil" would leave the site
            if (path.regionMatches(true, 1, "%2f", 0, 3) || path.regionMatches(true, 1, "%5c", 0, 3)) {
                return START;
            }
            String query = uri.getRawQuery();
            return query == null ? path : path + "?" + query;
        } catch (URISyntaxException e) {
            return START;
        }
    }
}
