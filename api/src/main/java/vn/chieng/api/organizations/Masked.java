package vn.chieng.api.organizations;

import org.jspecify.annotations.Nullable;

/** Telephone numbers and mail addresses with their middle hidden: {@code 09•• ••• 123}, {@code n•••@…}. */
final class Masked {
    static final char DOT = '•';
    private static final int FIRST = 2;
    private static final int LAST = 3;

    private Masked() {}

    static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        long digits = phone.chars().filter(Character::isDigit).count();
        var masked = new StringBuilder(phone.length());
        long at = 0;
        for (int i = 0; i < phone.length(); i++) {
            char each = phone.charAt(i);
            if (Character.isDigit(each)) {
                // a short number would be readable from its ends
                boolean shown = digits > FIRST + LAST + 1 && (at < FIRST || at >= digits - LAST);
                masked.append(shown ? each : DOT);
                at++;
            } else {
                masked.append(each);
            }
        }
        return masked.toString();
    }

    static @Nullable String mail(@Nullable String mail) {
        return mail == null || mail.isEmpty() ? mail : mail.substring(0, 1) + "•••@…";
    }
}
