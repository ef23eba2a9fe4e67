package vn.chieng.api.signin.passwords;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.springframework.stereotype.Component;

/** What a good password is, as far as its text tells. */
@Component
public final class PasswordRules {
    private static final int SHORTEST_NAME_LOOKED_FOR = 3;

    private final PasswordSettings settings;
    private final CommonPasswords common;

    public PasswordRules(PasswordSettings settings, CommonPasswords common) {
        this.settings = settings;
        this.common = common;
    }

    /** Everything that is wrong with it. */
    public Set<PasswordFlaw> flaws(String password, String accountName, boolean secondFactor) {
        String normal = Passwords.normal(password);
        Set<PasswordFlaw> flaws = EnumSet.noneOf(PasswordFlaw.class);
        if (length(normal) < shortest(secondFactor)) {
            flaws.add(PasswordFlaw.TOO_SHORT);
        }
        if (normal.length() > Passwords.LONGEST) {
            flaws.add(PasswordFlaw.TOO_LONG);
        }
        if (!secondFactor && !mixed(normal)) {
            flaws.add(PasswordFlaw.TOO_SIMPLE);
        }
        if (common.holds(normal)) {
            flaws.add(PasswordFlaw.COMMON);
        }
        if (holdsName(normal, accountName)) {
            flaws.add(PasswordFlaw.HOLDS_NAME);
        }
        return flaws;
    }

    /** The fewest characters. */
    public int shortest(boolean secondFactor) {
        return secondFactor ? settings.shortest() : settings.shortestAlone();
    }

    /** Whether it is long and mixed enough to stand without a second factor. */
    boolean standsAlone(String password) {
        String normal = Passwords.normal(password);
        return length(normal) >= settings.shortestAlone() && mixed(normal);
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private static boolean mixed(String password) {
        IntPredicate sign = point -> !Character.isLetterOrDigit(point);
        return password.codePoints().anyMatch(Character::isLowerCase)
                && password.codePoints().anyMatch(Character::isUpperCase)
                && password.codePoints().anyMatch(Character::isDigit)
                && password.codePoints().anyMatch(sign);
    }

    private static boolean holdsName(String password, String name) {
        return name.length() >= SHORTEST_NAME_LOOKED_FOR
                && password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
