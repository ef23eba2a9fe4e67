package vn.chieng.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.api.SetClock;
import vn.chieng.api.access.Scope;

class MemoryDirectoryTest {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final SetClock clock = SetClock.at("2026-11-22T00:00:00Z");
    private final RegisterInMemory store = new RegisterInMemory(
            Entries.entry("org-root", null, "Tỉnh"),
            Entries.entry("org-a", "org-root", "Sở A"),
            Entries.entry("org-a1", "org-a", "Phòng A1"));
    private final MemoryDirectory directory = new MemoryDirectory(store, clock);

    private void changeElsewhere() {
        store.change(Entries.entry("org-a", "org-root", "Sở Mới"));
        store.advance();
    }

    @Test
    void aScopeIsTheSubtreeAndEverythingAtTheRoot() {
        assertThat(directory.scope("org-a")).isEqualTo(new Scope.Organizations(Set.of("org-a", "org-a1")));
        assertThat(directory.scope("org-root")).isEqualTo(new Scope.Everything());
        assertThat(directory.scope("org-nowhere")).isEqualTo(new Scope.Organizations(Set.of()));
        assertThat(directory.depth("org-a1")).isEqualTo(2);
    }

    @Test
    void aChangeElsewhereIsSeenAfterThreeSeconds() {
        assertThat(directory.name("org-a", VIETNAMESE)).isEqualTo("Sở A");
        changeElsewhere();
        clock.advance(Duration.ofMillis(2999));
        assertThat(directory.name("org-a", VIETNAMESE)).isEqualTo("Sở A");
        clock.advance(Duration.ofMillis(1));
        assertThat(directory.name("org-a", VIETNAMESE)).isEqualTo("Sở Mới");
    }

    @Test
    void aChangeMadeHereIsSeenAtOnce() {
        assertThat(directory.name("org-a", VIETNAMESE)).isEqualTo("Sở A");
        changeElsewhere();
        directory.changed();
        assertThat(directory.name("org-a", VIETNAMESE)).isEqualTo("Sở Mới");
    }

    @Test
    void namesSortAsVietnameseDoes() {
        var register = new RegisterInMemory(
                Entries.entry("org-root", null, "Tỉnh"),
                Entries.entry("org-1", "org-root", "Xã Ea"),
                Entries.entry("org-2", "org-root", "Xã Đak Đoa"),
                Entries.entry("org-3", "org-root", "Xã Dun"));
        assertThat(new MemoryDirectory(register, clock).within(new Scope.Everything()))
                .extracting(Organization::name)
                .containsExactly("Tỉnh", "Xã Dun", "Xã Đak Đoa", "Xã Ea");
    }
}
