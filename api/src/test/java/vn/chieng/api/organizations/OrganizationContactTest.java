package vn.chieng.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.api.organizations.OrganizationContact.Verification;

class OrganizationContactTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private static OrganizationContact contact(@Nullable Instant verifiedAt) {
        return new OrganizationContact(
                1, "org-a", "Trần Thị B", null, "0912 345 123", false, "b@example.vn", null, verifiedAt, null, 365, 1);
    }

    @Test
    void mustBeVerifiedAgainAfterAYear() {
        assertThat(contact(null).verification(NOW)).isEqualTo(Verification.NEVER);
        assertThat(contact(NOW.minus(Duration.ofDays(365))).verification(NOW)).isEqualTo(Verification.VALID);
        assertThat(contact(NOW.minus(Duration.ofDays(365)).minusMillis(1)).verification(NOW))
                .isEqualTo(Verification.OVERDUE);
    }

    @Test
    void theTrailHoldsNumbersMaskedAndStillShowsThatTheyChanged() {
        OrganizationContact before = contact(null);
        OrganizationContact after = new OrganizationContact(
                1, "org-a", "Trần Thị B", null, "0999 999 123", false, "b@example.vn", null, null, null, 365, 1);
        assertThat(after.masked()).isEqualTo(before.masked());
        assertThat(before.differing(after)).containsOnly(java.util.Map.entry("phone", "•••123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912345678", "+84 912 345 678", "(0269) 3824", "1900.1234"})
    void takesPhonesAsPeopleWriteThem(String phone) {
        assertThat(new ContactDraft("B", null, phone, true, null, null, 365).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12", "0912 345 678 912 345 678 912 345", "=1+1", "•••123"})
    void refusesWhatIsNoPhone(String phone) {
        assertThat(new ContactDraft("B", null, phone, true, null, null, 365).problems())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "b@", "@x.vn", "b b@x.vn", "b@x", "n•••@example.vn"})
    void refusesWhatIsNoMail(String mail) {
        assertThat(new ContactDraft("B", null, null, true, mail, null, 365).problems())
                .isNotEmpty();
    }
}
