package vn.chieng.api.identity.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;

/** What somebody typed about a person. */
record PersonForm(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String kind,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String organization,
        @Nullable String language,
        @Nullable Boolean breakGlass) {
    static final List<String> LANGUAGES = List.of("vi", "en");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,62}");
    /** Letters of any language with what stands between them in names; nothing that hides, reorders or marks up. */
    private static final Pattern DISPLAY_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .,’()&/–-]{0,119}");

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"\\p{C}]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{4,23}");

    static PersonForm of(Account account) {
        return new PersonForm(
                account.name(),
                account.displayName(),
                account.kind().code(),
                account.mail(),
                account.phone(),
                account.organizationId(),
                account.locale(),
                account.breakGlass());
    }

    static PersonForm empty() {
        return new PersonForm(null, null, AccountKind.BUSINESS.code(), null, null, null, "vi", false);
    }

    /** The names of the fields that cannot be taken, in the order of the form. */
    List<String> flaws(boolean added) {
        List<String> flaws = new ArrayList<>();
        check(flaws, "name", !added || matches(NAME, name));
        check(flaws, "displayName", matches(DISPLAY_NAME, composed(displayName)));
        check(flaws, "kind", kindOrNull() != null);
        check(flaws, "organization", organization != null && !organization.isBlank());
        check(flaws, "mail", isBlank(mail) || matches(MAIL, composed(mail)));
        check(flaws, "phone", isBlank(phone) || matches(PHONE, composed(phone)));
        check(flaws, "language", language != null && LANGUAGES.contains(language));
        return flaws;
    }

    /** The account it describes; only of a form without flaws. */
    Account.Draft draft(String signInName) {
        return new Account.Draft(
                signInName,
                Objects.requireNonNull(composed(displayName)),
                Objects.requireNonNull(kindOrNull()),
                isBlank(mail) ? null : composed(mail),
                isBlank(phone) ? null : composed(phone),
                organization,
                Objects.requireNonNull(language),
                Boolean.TRUE.equals(breakGlass));
    }

    /** What was typed as the sign-in name. */
    String signInName() {
        return Objects.requireNonNullElse(composed(name), "");
    }

    private @Nullable AccountKind kindOrNull() {
        return Arrays.stream(AccountKind.values())
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private static void check(List<String> flaws, String field, boolean good) {
        if (!good) {
            flaws.add(field);
        }
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Text as it is kept: composed letters, no space around; what is far too long is left as it is, to be refused. */
    private static @Nullable String composed(@Nullable String text) {
        return text == null || text.length() > 1000
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** Kinds as they stand in the form. */
    static List<String> kinds() {
        return Arrays.stream(AccountKind.values()).map(AccountKind::code).toList();
    }
}
