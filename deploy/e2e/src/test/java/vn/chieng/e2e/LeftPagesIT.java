package vn.chieng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leaving a page resets its live streams; the server must not take that for an attack and cut the connection, on which others wait. */
class LeftPagesIT {
    private static final int PAGES = 40;

    @Test
    void oneConnectionServesSomebodyWhoLeavesPagesAllDay() throws Exception {
        Analyst analyst = Analyst.signIn(RunningChieng.shared(), "phan-tich");
        Set<String> connections = new HashSet<>();
        for (int page = 0; page < PAGES; page++) {
            HttpResponse<String> list = analyst.get("/incidents");
            assertThat(list.statusCode()).isEqualTo(200);
            connections.add(list.connectionLabel().orElseThrow());
            analyst.leave("/incidents/stream");
            analyst.leave("/notifications/stream");
        }
        assertThat(connections).hasSize(1);
    }
}
