package vn.chieng.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chieng.intake.frame.FrameCounters;
import vn.chieng.intake.sources.SourceFile;
import vn.chieng.intake.spool.Spool;
import vn.chieng.intake.spool.SpoolLimits;
import vn.chieng.intake.spool.SpoolReader;
import vn.chieng.intake.spool.SpooledFrame;

class HttpListenerIT {
    private static final int MAX_BODY = 1 << 20;
    private static final String SOURCES = """
            {"sources":[{"id":"s-1","organizationId":"org-21583",
             "apiKeySha256":"2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"}]}""";

    @TempDir
    Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final HttpClient client = HttpClient.newHttpClient();
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Spool spool;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private HttpListener listener;

    @BeforeEach
    void start() throws IOException {
        open(64 << 20);
    }

    @AfterEach
    void stop() throws IOException {
        stopListening();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        client.close();
    }

    @Test
    void answersWhenEveryLineIsOnTheDiskAndNamesTheWrongOnes() throws Exception {
        HttpResponse<String> answer = post("{\"message\":\"một\"}\n\n{\"message\":\"hai\n{\"a\":1}", "secret");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"accepted\":2,\"errors\":[{\"line\":3,\"reason\":\"");
        List<SpooledFrame> frames = frames();
        assertThat(frames).hasSize(3);
        assertThat(frames.get(1).frame().fault()).isNotNull();
        assertThat(text(frames.get(1))).isEqualTo("{\"message\":\"hai");
        assertThat(frames.getFirst().frame().source().organizationId()).isEqualTo("org-21583");
    }

    @Test
    void keepsHalfAJsonAndNoiseAndBadUtf8AsErrorsOfTheirLine() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"message\":\"ok\"}\n{\"message\":{\"half\":\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(
                new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, 0x28, '"', '}', '\n', 0, 1, (byte) 0xFF});
        HttpResponse<String> answer =
                send(request("secret").POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        assertThat(answer.body()).contains("\"accepted\":1", "\"line\":2", "\"line\":3", "\"line\":4");
        assertThat(frames()).hasSize(4);
    }

    @Test
    void takesAResentBatchOnceAndKeepsItsTimeAlsoAfterARestart() throws Exception {
        String body = "{\"n\":1}\n{\"n\":2}\n";
        String first = post(body, "secret").body();
        assertThat(post(body, "secret").body()).isEqualTo(first);
        assertThat(frames()).hasSize(2);
        stopListening();
        open(64 << 20);
        assertThat(post(body, "secret").body()).isEqualTo(first);
        assertThat(frames()).hasSize(2);
    }

    @Test
    void finishesABatchThatAKillCutOffUnderItsFirstTime() throws Exception {
        post("{\"n\":1}\n{\"n\":2}\n", "secret");
        SpooledFrame before = frames().getFirst();
        stopListening();
        Path segment;
        try (var files = Files.list(folder.resolve("spool"))) {
            segment = files.filter(file -> file.toString().endsWith(".spool"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var channel = java.nio.channels.FileChannel.open(segment, java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 3);
        }
        open(64 << 20);
        assertThat(post("{\"n\":1}\n{\"n\":2}\n", "secret").statusCode()).isEqualTo(200);
        List<SpooledFrame> after = frames();
        assertThat(after).hasSize(3);
        assertThat(after)
                .allSatisfy(frame -> assertThat(frame.frame().received())
                        .isEqualTo(before.frame().received()));
        assertThat(after.get(1).frame().line()).isEqualTo(before.frame().line());
    }

    @Test
    void refusesAnIdempotencyKeyWithAnotherBody() throws Exception {
        assertThat(send(request("secret").header("Idempotency-Key", "k1").POST(text("{\"n\":1}")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request("secret").header("Idempotency-Key", "k1").POST(text("{\"n\":2}")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesBadKeysSlowlyAndAtLastAtOnce() throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = post("{}", "wrong");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(BadKeys.DELAY);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        HttpRequest bare =
                HttpRequest.newBuilder(uri("/v1/events")).POST(text("{}")).build();
        assertThat(client.send(bare, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        for (int tries = 2; tries < BadKeys.MAX_IN_WINDOW; tries++) {
            post("{}", "wrong");
        }
        assertThat(post("{}", "secret").statusCode()).isEqualTo(429);
        assertThat(frames()).isEmpty();
    }

    @Test
    void refusesAHundredMegabytesByTheirLengthAndWhenTheLengthIsNotTold() throws Exception {
        long total = 100L << 20;
        assertThat(wire().body("Content-Length: " + total + "\r\n", total, false))
                .startsWith("HTTP/1.1 413");
        assertThat(wire().body("Transfer-Encoding: chunked\r\n", total, true)).startsWith("HTTP/1.1 413");
        assertThat(listener.heldBodyBytes()).isZero();
        assertThat(frames()).isEmpty();
    }

    @Test
    void refusesAGzipBombAndTakesHonestGzip() throws Exception {
        assertThat(send(request("secret").header("Content-Encoding", "gzip").POST(Wire.gzip(new byte[50 << 20])))
                        .statusCode())
                .isEqualTo(413);
        byte[] line = "{\"message\":\"nén\"}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(send(request("secret").header("Content-Encoding", "gzip").POST(Wire.gzip(line)))
                        .body())
                .isEqualTo("{\"accepted\":1,\"errors\":[]}");
        assertThat(send(request("secret").header("Content-Encoding", "gzip").POST(text("{}")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesOtherPathsMethodsAndForms() throws Exception {
        assertThat(send(HttpRequest.newBuilder(uri("/nowhere")).GET()).statusCode())
                .isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(uri("/v1/events")).GET()).statusCode())
                .isEqualTo(405);
        assertThat(send(request("secret").setHeader("Content-Type", "text/xml").POST(text("<a/>")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(request("secret").header("Content-Encoding", "br").POST(text("x")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(wire().request("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(send(HttpRequest.newBuilder(uri("/page")).GET()).body()).isEqualTo("shown");
    }

    @Test
    void tellsSendersToComeAgainWhileTheSpoolIsFull() throws Exception {
        stopListening();
        open(40_000);
        String line = "{\"message\":\"" + "x".repeat(5000) + "\"}";
        int status = 200;
        for (int count = 0; count < 20 && status == 200; count++) {
            HttpResponse<String> answer = post(line.replace("x\"", count + "\""), "secret");
            status = answer.statusCode();
            if (status == 503) {
                assertThat(answer.headers().firstValue("retry-after")).contains("2");
            }
        }
        assertThat(status).isEqualTo(503);
    }

    private void open(long capacity) throws IOException {
        Path table = folder.resolve("sources.json");
        Files.writeString(table, SOURCES);
        SourceFile sources = new SourceFile(table);
        sources.refresh();
        RecentBatches recent = new RecentBatches(Clock.systemUTC());
        spool = Spool.open(
                folder.resolve("spool"), limits(capacity), Clock.systemUTC(), () -> "intake-of-test", recent::retained);
        listener = listener(spool, recent, sources);
    }

    private HttpListener listener(Spool into, RecentBatches recent, SourceFile sources) {
        HttpLimits limits = new HttpLimits(
                MAX_BODY,
                64 << 10,
                4 << 20,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                20,
                20);
        StatusPages pages = path ->
                path.equals("/page") ? Optional.of(new StatusPages.Page(200, "text/plain", "shown")) : Optional.empty();
        return new HttpListener(
                group,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                limits,
                sources,
                into,
                recent,
                new FrameCounters(registry),
                pages,
                Clock.systemUTC());
    }

    private static SpoolLimits limits(long capacity) {
        return new SpoolLimits(
                capacity, 16 << 10, 4 << 20, Duration.ofMillis(1), 64 << 10, 1 << 20, Duration.ofHours(1));
    }

    private void stopListening() throws IOException {
        listener.close();
        spool.close();
    }

    private Wire wire() {
        return new Wire(listener.address().getPort());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.address().getPort() + path);
    }

    private HttpRequest.Builder request(String key) {
        return HttpRequest.newBuilder(uri("/v1/events"))
                .header("Authorization", "ApiKey " + key)
                .header("Content-Type", "application/x-ndjson");
    }

    private HttpResponse<String> post(String body, String key) throws Exception {
        return send(request(key).POST(text(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private List<SpooledFrame> frames() throws IOException {
        List<SpooledFrame> frames = new ArrayList<>();
        try (SpoolReader reader = spool.reader()) {
            for (SpooledFrame frame = reader.next(); frame != null; frame = reader.next()) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static String text(SpooledFrame frame) {
        return new String(frame.frame().bytes(), StandardCharsets.UTF_8);
    }
}
