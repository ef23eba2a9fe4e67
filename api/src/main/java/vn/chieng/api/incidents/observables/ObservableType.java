package vn.chieng.api.incidents.observables;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of observables, named as STIX names them; each knows what its values look like. */
public enum ObservableType {
    IPV4_ADDR("ipv4-addr", "\\d{1,3}(\\.\\d{1,3}){3}", true),
    IPV6_ADDR("ipv6-addr", "(?=.*:)[0-9a-f:.]{2,45}", true),
    MAC_ADDR("mac-addr", "[0-9a-f]{2}([:-][0-9a-f]{2}){5}", true),
    URL("url", "(?i)[a-z][a-z0-9+.-]{1,20}://\\S+", false),
    EMAIL_ADDR("email-addr", "[^\\s@]{1,64}@[^\\s@]{3,255}", true),
    MD5("md5", "[0-9a-f]{32}", true),
    SHA1("sha1", "[0-9a-f]{40}", true),
    SHA256("sha256", "[0-9a-f]{64}", true),
    DOMAIN_NAME("domain-name", "([\\p{L}\\d_]([\\p{L}\\d_-]{0,62})\\.)+[\\p{L}][\\p{L}\\d-]{1,62}", true),
    HOSTNAME("hostname", "\\S{1,255}", true),
    USER_ACCOUNT("user-account", ".{1,256}", true),
    FILE_NAME("file-name", ".{1,500}", false),
    OTHER("other", ".{1,1000}", false);

    private final String code;
    private final Pattern pattern;
    private final boolean lowerCase;

    ObservableType(String code, String pattern, boolean lowerCase) {
        this.code = code;
        this.pattern = Pattern.compile(pattern);
        this.lowerCase = lowerCase;
    }

    /** As STIX and the API spell it. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The kind of this code. */
    public static Optional<ObservableType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** The kind that the text looks like; what looks like nothing in particular is something else. */
    public static ObservableType guess(String text) {
        String value = Defanged.undone(text.strip());
        return Arrays.stream(values())
                .filter(type -> type != HOSTNAME && type != USER_ACCOUNT && type != FILE_NAME)
                .filter(type -> type.normalized(value).isPresent())
                .findFirst()
                .orElse(OTHER);
    }

    /** The text as all of this kind are written; empty where it is none of this kind. */
    public Optional<String> normalized(String text) {
        String whole = Defanged.undone(text.strip());
        String value = lowerCase ? whole.toLowerCase(Locale.ROOT) : whole;
        if (value.length() > Observable.MAX_VALUE || !pattern.matcher(value).matches()) {
            return Optional.empty();
        }
        return switch (this) {
            case IPV4_ADDR, IPV6_ADDR -> address(value);
            default -> Optional.of(value);
        };
    }

    /** Whether it tells of a person, so that not everybody sees it whole. */
    public boolean personal() {
        return this == USER_ACCOUNT || this == EMAIL_ADDR;
    }

    private static Optional<String> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal).getHostAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
