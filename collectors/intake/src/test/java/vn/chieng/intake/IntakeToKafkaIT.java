package vn.chieng.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.chieng.codecs.EventJson;
import vn.chieng.event.Event;
import vn.chieng.event.Topics;
import vn.chieng.intake.shipping.KafkaSettings;
import vn.chieng.testbed.Testbed;

class IntakeToKafkaIT {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

    private final Topics topics = new Topics("it-" + UUID.randomUUID() + "-");

    @Test
    void bringsEveryAcceptedLineToKafkaOverRestartsWithoutAGap() throws Exception {
        String kafka = Testbed.shared().kafka();
        int sent = 0;
        for (int round = 0; round < 3; round++) {
            try (IntakeServer server = server(kafka)) {
                for (String framing : List.of("lf", "octets")) {
                    tcp(server, framing, sent, 500);
                    sent += 500;
                }
                udp(server, "<13>udp");
                http(server, "{\"message\":\"round " + round + "\"}");
                await().until(() -> accepted(server) == 1002);
            }
        }
        Map<Long, Event> events;
        try (IntakeServer server = server(kafka)) {
            events = consume(kafka, sent + 6);
            await().until(() -> server.spool().lag() == 0);
        }
        assertThat(events.keySet())
                .containsExactlyElementsOf(LongStream.range(0, sent + 6).boxed().toList());
        assertThat(events.values().stream()
                        .map(event -> event.text("event.original"))
                        .filter(text -> text != null && text.contains("dòng")))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, sent)
                        .mapToObj(number -> line(number))
                        .toList());
        assertThat(events.values())
                .allSatisfy(event -> assertThat(event.text("organization.id")).isEqualTo("unassigned"));
    }

    @Test
    void acceptsWhileKafkaIsNotThereAndShipsOnceItIs() throws Exception {
        try (IntakeServer server = server("127.0.0.1:1")) {
            tcp(server, "lf", 0, 100);
            await().until(() -> accepted(server) == 100);
            assertThat(get(server, "/health/readiness").body()).contains("\"status\":\"DEGRADED\"");
            assertThat(get(server, "/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics").body()).contains("chieng_intake_frames_accepted_total");
        }
        String kafka = Testbed.shared().kafka();
        try (IntakeServer server = server(kafka)) {
            assertThat(consume(kafka, 100)).hasSize(100);
            await().until(() -> get(server, "/health/readiness").body().contains("\"status\":\"UP\""));
        }
    }

    private IntakeServer server(String kafka) throws Exception {
        Map<String, String> properties = Map.of(
                "chieng.intake.syslog-tcp-port", "0",
                "chieng.intake.syslog-udp-port", "0",
                "chieng.intake.http-port", "0",
                "chieng.intake.spool-directory", folder.resolve("spool").toString(),
                "chieng.intake.sources-file", folder.resolve("sources.json").toString());
        Files.writeString(folder.resolve("sources.json"), """
                {"sources":[{"id":"s-1","organizationId":"unassigned",
                 "apiKeySha256":"2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"}]}""");
        IntakeSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("chieng.intake", IntakeSettings.class);
        return new IntakeServer(
                settings,
                new KafkaSettings(kafka, topics, (short) 1),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    private static long accepted(IntakeServer server) throws Exception {
        return get(server, "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("chieng_intake_frames_accepted_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String line(int number) {
        return "<38>Nov 22 01:02:03 may-chu sshd[7]: dòng số " + number;
    }

    private static void tcp(IntakeServer server, String framing, int from, int count) throws Exception {
        try (Socket socket = new Socket(LOOPBACK, server.syslogTcpAddress().getPort())) {
            OutputStream out = socket.getOutputStream();
            for (int number = from; number < from + count; number++) {
                byte[] line = line(number).getBytes(StandardCharsets.UTF_8);
                if (framing.equals("octets")) {
                    out.write((line.length + " ").getBytes(StandardCharsets.US_ASCII));
                    out.write(line);
                } else {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
    }

    private static void udp(IntakeServer server, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(
                    bytes, bytes.length, LOOPBACK, server.syslogUdpAddress().getPort()));
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void http(IntakeServer server, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(server, "/v1/events"))
                .header("X-API-Key", "secret")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"accepted\":1,\"errors\":[]}");
        }
    }

    private static HttpResponse<String> get(IntakeServer server, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri(server, path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI uri(IntakeServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.httpAddress().getPort() + path);
    }

    private Map<Long, Event> consume(String kafka, int expected) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
        Map<Long, Event> events = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                if (consumer.assignment().isEmpty()) {
                    List<TopicPartition> partitions = consumer.partitionsFor(topics.events()).stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
                    if (partitions.isEmpty()) {
                        return false;
                    }
                    consumer.assign(partitions);
                    consumer.seekToBeginning(partitions);
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Event event = EventJson.read(record.value());
                    if (event.get("event.sequence") instanceof Number sequence) {
                        events.put(sequence.longValue(), event);
                    }
                }
                return events.size() >= expected;
            });
        }
        return events;
    }
}
