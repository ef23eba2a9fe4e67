package vn.chieng.api.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SystemHistoryIT extends SystemPagesFixture {
    @Test
    void theHistoryTellsWhoChangedWhatInWhichRoleAndWhyAndLeavesAsATableThatIsWrittenDown() {
        RegisteredSystem system = kept(SampleSystems.online(150_000));
        String address = "/systems/" + system.id();
        post(address + "/level", Map.of("version", "1", "level", "4"));
        post(
                address + "/level",
                Map.of("version", "2", "level", "2", "reason", "Đang tách đôi", "approver", "Chủ tịch"));

        assertThat(text(get(address))).contains(address + "/history");
        assertThat(text(get(address + "/history")))
                .contains(OWNER.displayName(), "Chủ quản hệ thống thông tin", "Đang tách đôi", "→", "(GMT+7)")
                .contains(">4<", ">2<");
        assertThat(text(get(address + "/history.csv"))).contains("Đang tách đôi", "4 → 2", "+07:00");
        assertThat(text(get(address + "/history"))).contains("Xuất nhật ký của một đối tượng");
    }

    @Test
    void aSystemOutOfScopeHasNoHistory() {
        RegisteredSystem foreign = SampleSystems.of(store.nextCode(), "Hệ thống khác", "org-cong-an");
        store.add(foreign);
        for (Object id : new Object[] {foreign.id(), UUID.randomUUID()}) {
            assertThat(get("/systems/" + id + "/history").getStatus()).isEqualTo(404);
            assertThat(get("/systems/" + id + "/history.csv").getStatus()).isEqualTo(404);
        }
    }
}
