package vn.chieng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leaving a page resets what it still waits for; that must not cost the connection, on which the next page comes. */
class LeftPagesIT {
    private static final int PAGES = 40;
    private static final Duration UNTIL_ASKED = Duration.ofMillis(3);

    /** A page is made and sent within so many milliseconds: it is left before, in between and after. */
    private static final int LONGEST_STAY = 80;

    @Test
    void liveStreamsThatAreLeftAllDayAreNotTakenForAnAttack() throws Exception {
        Analyst analyst = Analyst.signIn(RunningChieng.shared(), "phan-tich");
        Set<String> connections = new HashSet<>();
        for (int page = 0; page < PAGES; page++) {
            connections.add(connection(analyst.get("/incidents")));
            analyst.leave("/incidents/stream", UNTIL_ASKED);
            analyst.leave("/notifications/stream", UNTIL_ASKED);
        }
        assertThat(connections).hasSize(1);
    }

    @Test
    void aPageThatIsLeftWhileItIsSentCostsOnlyItself() throws Exception {
        Analyst analyst = Analyst.signIn(RunningChieng.shared(), "phan-tich");
        Set<String> connections = new HashSet<>();
        for (int stay = 0; stay < LONGEST_STAY; stay++) {
            analyst.leave("/incidents?state=all", Duration.ofMillis(stay));
            connections.add(connection(analyst.get("/me")));
        }
        assertThat(connections).hasSize(1);
    }

    private static String connection(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return page.connectionLabel().orElseThrow();
    }
}
