package vn.chieng.api.organizations;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.PersonalData;

/**
 * Whom to reach in a body, and when that was last found to be true.
 *
 * @param phoneAlways whether the phone is answered day and night
 * @param intakeAddress where the body publishes that it takes in incidents
 * @param verifiedAt null: never
 * @param verifyDays days after which it must be verified again
 */
public record OrganizationContact(
        long id,
        String organizationId,
        String name,
        @Nullable String title,
        @Nullable String phone,
        boolean phoneAlways,
        @Nullable String mail,
        @Nullable String intakeAddress,
        @Nullable Instant verifiedAt,
        @Nullable String verifiedBy,
        int verifyDays,
        int version) {

    /** How much a contact can be relied on. */
    public enum Verification {
        NEVER,
        VALID,
        OVERDUE
    }

    /** Whether it may be relied on now. */
    public Verification verification(Instant now) {
        if (verifiedAt == null) {
            return Verification.NEVER;
        }
        return now.isAfter(due()) ? Verification.OVERDUE : Verification.VALID;
    }

    /** When it must be verified again; at once where it never was. */
    public Instant due() {
        return verifiedAt == null ? Instant.EPOCH : verifiedAt.plus(Duration.ofDays(verifyDays));
    }

    /** The same for callers who may not see personal data. */
    public OrganizationContact masked() {
        return new OrganizationContact(
                id,
                organizationId,
                name,
                title,
                PersonalData.phone(phone),
                phoneAlways,
                PersonalData.mail(mail),
                intakeAddress,
                verifiedAt,
                verifiedBy,
                verifyDays,
                version);
    }

    /** What a person can change of it. */
    public ContactDraft draft() {
        return new ContactDraft(name, title, phone, phoneAlways, mail, intakeAddress, verifyDays);
    }

    /** The fields as the audit trail keeps them: it outlives the contact and is read by people without it, so numbers are masked. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("title", title);
        fields.put("phone", PersonalData.phone(phone));
        fields.put("phone_always", phoneAlways);
        fields.put("mail", PersonalData.mail(mail));
        fields.put("intake_address", intakeAddress);
        fields.put("verified_at", verifiedAt == null ? null : verifiedAt.toString());
        fields.put("verified_by", verifiedBy);
        fields.put("verify_days", verifyDays);
        return fields;
    }

    /** Those of {@link #fields()} that differ, also where the masks are the same. */
    Map<String, @Nullable Object> differing(OrganizationContact other) {
        Map<String, @Nullable Object> fields = fields();
        Map<String, @Nullable Object> others = other.fields();
        fields.entrySet().removeIf(field -> switch (field.getKey()) {
            case "phone" -> Objects.equals(phone, other.phone);
            case "mail" -> Objects.equals(mail, other.mail);
            default -> Objects.equals(field.getValue(), others.get(field.getKey()));
        });
        return fields;
    }
}
