package vn.chieng.api.access;

import org.jspecify.annotations.Nullable;

/** How personal data looks to whoever may not see it: enough to tell two apart in a conversation, not enough to know. */
public final class PersonalData {
    /** Stands for what is not shown at all. */
    public static final String HIDDEN = "•••";

    private PersonalData() {}

    /** A user name, as {@code n•••}. */
    public static String name(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + HIDDEN;
    }

    /** A telephone number, as {@code •••123}; its last three digits stay. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null || phone.isEmpty()) {
            return phone;
        }
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < 6 ? HIDDEN : HIDDEN + digits.substring(digits.length() - 3);
    }

    /** A mail address, as {@code n•••@gialai.gov.vn}. */
    public static @Nullable String mail(@Nullable String mail) {
        if (mail == null || mail.isEmpty()) {
            return mail;
        }
        int at = mail.indexOf('@');
        return at < 1 ? HIDDEN : name(mail.substring(0, at)) + mail.substring(at);
    }
}
