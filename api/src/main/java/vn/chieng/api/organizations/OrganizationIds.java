package vn.chieng.api.organizations;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes keys without meaning: {@code org-} and ten letters or digits, a letter first, so that no legal code looks like one. */
@Component
public final class OrganizationIds {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";
    private static final int LENGTH = 10;
    private static final Pattern MADE = Pattern.compile("org-[a-z][a-z0-9]{" + (LENGTH - 1) + "}");

    private final RandomGenerator random;

    public OrganizationIds(RandomGenerator random) {
        this.random = random;
    }

    /** One more. */
    public String next() {
        var id = new StringBuilder("org-").append(one(LETTERS));
        for (int i = 1; i < LENGTH; i++) {
            id.append(one(LETTERS_AND_DIGITS));
        }
        return id.toString();
    }

    /** Whether it could have been made here or by another installation. */
    public static boolean isMade(String id) {
        return MADE.matcher(id).matches();
    }

    private char one(String of) {
        return of.charAt(random.nextInt(of.length()));
    }
}
