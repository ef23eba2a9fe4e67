package vn.chieng.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The queue of the real process over HTTP/2: 100,000 incidents, 300 open pages, somebody at work. The figures are printed; bounded is the fastest
 * tenth of the pages, since other work of the machine moves the rest.
 */
@Tag("volume")
class QueueLoadIT {
    private static final int STREAMS = 300;
    private static final int OF_ONE_PERSON = 50;
    private static final int WARM_UP = 60;
    private static final int PAGES = 150;
    private static final int CHANGES = 20;
    private static final int TIMES = 8;
    private static final String QUEUE = "/incidents?state=open";
    private static final double MOST_PAGE_MILLIS = 100;
    private static final int MOST_PAGE_BYTES = 20_000;
    private static final double MOST_ROW_MILLIS = 1_000;

    @TempDir
    private Path folder;

    private final List<RowStream> streams = new ArrayList<>();
    private final List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();

    @Test
    void theQueueIsFastAndEveryPageHearsOfAChangeAtOnce() throws Exception {
        try (ApiChild api = new ApiChild(folder.resolve("home"), ManyIncidents.database())) {
            open(api);
            ApiVisitor lead = api.signedIn("truong-soc");
            warmUp(lead);
            assertThat(lead.transferred(QUEUE)).isLessThan(MOST_PAGE_BYTES);
            List<Double> rows = change(api.signedIn("phan-tich"));
            List<Double> pages = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                pages.add(millis(lead, QUEUE));
            }
            List<Double> server = api.serverMillis(QUEUE);
            print("page of the queue, as the client saw it", pages);
            print("page of the queue, as the server measured it", server.subList(server.size() - PAGES, server.size()));
            System.out.printf("queue load: page of the queue: %d bytes transferred%n", lead.transferred(QUEUE));
            print("change asked for → row on each of 300 pages", rows);
            for (String path : List.of(
                    "/incidents?state=open&since=24h",
                    "/incidents?state=all&q=severity:M1",
                    "/incidents?state=open&group=rule",
                    "/overview",
                    "/handling-times",
                    "/clocks")) {
                List<Double> times = new ArrayList<>();
                for (int i = 0; i < TIMES; i++) {
                    times.add(millis(lead, path));
                }
                print(path, times);
            }
            assertThat(rows).hasSize(STREAMS * CHANGES);
            assertThat(percentile(server, 10)).isLessThan(MOST_PAGE_MILLIS);
            assertThat(percentile(rows, 50)).isLessThan(MOST_ROW_MILLIS);
            answers.forEach(answer -> answer.cancel(true));
        }
    }

    private void open(ApiChild api) throws Exception {
        var open = new CountDownLatch(STREAMS);
        for (int person = 0; person < STREAMS / OF_ONE_PERSON; person++) {
            ApiVisitor visitor = api.signedIn(person % 2 == 0 ? "phan-tich" : "truong-soc");
            for (int i = 0; i < OF_ONE_PERSON; i++) {
                var stream = new RowStream(open);
                streams.add(stream);
                answers.add(visitor.stream("/incidents/stream?state=open", stream));
            }
        }
        assertThat(open.await(60, TimeUnit.SECONDS)).as("all streams open").isTrue();
    }

    private static void warmUp(ApiVisitor visitor) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            HttpResponse<String> page = visitor.get(QUEUE);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(page.body()).contains("data-row-id");
        }
    }

    /** Milliseconds from the request that changes an incident to its row on each page. */
    private List<Double> change(ApiVisitor analyst) throws Exception {
        List<Double> rows = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            long id = ManyIncidents.INCIDENTS - 10L * i - 6;
            long start = System.nanoTime();
            assertThat(analyst.post("/api/v1/incidents/" + id + "/acknowledge", "{\"version\":1}")
                            .statusCode())
                    .isEqualTo(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> streams.stream().allMatch(stream -> stream.cameAt(id) != null));
            streams.forEach(stream -> rows.add((stream.cameAt(id) - start) / 1e6));
        }
        return rows;
    }

    private static double millis(ApiVisitor visitor, String path) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> page = visitor.get(path);
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return millis;
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void print(String what, List<Double> values) {
        System.out.printf(
                Locale.ROOT,
                "queue load: %s: p10 %.1f ms, p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
                what,
                percentile(values, 10),
                percentile(values, 50),
                percentile(values, 95),
                percentile(values, 100));
    }
}
