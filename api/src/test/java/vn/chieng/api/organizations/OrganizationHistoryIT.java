package vn.chieng.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganizationHistoryIT extends PlantedTree {
    @Test
    void theHistoryHasTheOldNameAndTheNewAndEndsAtTheScope() {
        String address = "/admin/organizations/" + child;
        String before = directory.find(child).orElseThrow().name();
        post(address, owner(), Map.of("name", "Tên Sau " + mark, "version", "1"));

        assertThat(get(address + "/history", owner()))
                .hasStatusOk()
                .bodyText()
                .contains(before, "Tên Sau " + mark, "→");
        assertThat(get(address + "/history.csv", owner())).hasStatusOk();
        assertThat(get("/admin/organizations/" + sibling + "/history", owner())).hasStatus(404);
        assertThat(get("/admin/organizations/" + sibling + "/history.csv", owner()))
                .hasStatus(404);
    }
}
