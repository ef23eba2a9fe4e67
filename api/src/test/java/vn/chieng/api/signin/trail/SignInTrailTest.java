package vn.chieng.api.signin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;

class SignInTrailTest {
    private final List<AuditRecord> written = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SignInTrail trail = new SignInTrail(
            (_, entry) -> written.add(entry),
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC),
            meters);

    @Test
    void strangersCannotFillTheLog() {
        for (int i = 0; i < 100; i++) {
            trail.refused(null, "x".repeat(5000), "unknown");
        }
        assertThat(written)
                .hasSize(60)
                .allSatisfy(entry -> assertThat(entry.objectName()).hasSize(100));
        assertThat(meters.counter("chieng.signin.refusals.unrecorded").count()).isEqualTo(40);
    }

    @Test
    void anEntryNamesTheAccountAndItsOrganisation() {
        Account account = new Account(
                7,
                "an",
                "An",
                AccountKind.BUSINESS,
                null,
                null,
                "org-1",
                "vi",
                false,
                null,
                false,
                Instant.EPOCH,
                null,
                1);
        trail.record(SignInAction.PASSWORD_CHANGED, account, Map.of());
        assertThat(written).singleElement().satisfies(entry -> {
            assertThat(entry.action().code()).isEqualTo("password.changed");
            assertThat(entry.objectId()).isEqualTo("7");
            assertThat(entry.organizationIds()).containsExactly("org-1");
        });
    }
}
