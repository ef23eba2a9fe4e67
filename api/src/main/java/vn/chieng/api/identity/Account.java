package vn.chieng.api.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.PersonalData;

/**
 * A person, or a service that signs in like one.
 *
 * @param name the sign-in name
 * @param displayName how others see this person
 * @param organizationId where the person works; roles name their own organisations
 * @param locale language tag of the preferred language
 * @param disabledReason why it is disabled; null while it is not
 * @param breakGlass kept for the day nobody else can sign in: never disabled for idleness, each use is an alarm
 * @param version advanced by every change of a person's data
 */
public record Account(
        long id,
        String name,
        String displayName,
        AccountKind kind,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String organizationId,
        String locale,
        boolean disabled,
        @Nullable String disabledReason,
        boolean breakGlass,
        Instant createdAt,
        @Nullable Instant lastSignedInAt,
        int version) {

    /** The same for readers who may not see personal data whole. */
    public Account masked() {
        return new Account(
                id,
                name,
                displayName,
                kind,
                PersonalData.mail(mail),
                PersonalData.phone(phone),
                organizationId,
                locale,
                disabled,
                disabledReason,
                breakGlass,
                createdAt,
                lastSignedInAt,
                version);
    }

    /** An account that does not exist yet. */
    public record Draft(
            String name,
            String displayName,
            AccountKind kind,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable String organizationId,
            String locale,
            boolean breakGlass) {}
}
