package vn.chieng.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.RetentionClass;
import vn.chieng.event.Topics;
import vn.chieng.testbed.Testbed;

/** The indexer between a real Kafka and a real OpenSearch. */
class IndexerIT {
    /** Near enough that the broker neither refuses it as of the future nor deletes it as of the past. */
    private final Instant created = Clock.systemUTC().instant().minus(Duration.ofHours(1));

    private final String index = RetentionClass.R12.indexFor(created);
    private static final int EVENTS = 3_000;

    private final Testbed testbed = Testbed.shared();
    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final Topics topics = new Topics(prefix);
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext indexer;

    @BeforeEach
    void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, testbed.kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic(topics.events(), Optional.of(6), Optional.of((short) 1)),
                            new NewTopic(topics.deadLetters(), Optional.of(1), Optional.of((short) 1))))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        indexer.close();
    }

    @Test
    void everyEventIsOneDocumentAlthoughItWasSentTwiceAndTheIndexerRestarted() throws Exception {
        send(0, EVENTS / 2);
        start();
        send(0, EVENTS);
        indexer.close();
        send(0, EVENTS);
        start();

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(count()).isEqualTo(EVENTS));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
        JsonNode document = get("/_doc/e-7").get("_source");
        assertThat(document.at("/message").asString()).isEqualTo("dòng số 7 «đã ghi»");
    }

    @Test
    void aContradictingDocumentIsKeptAsText() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(event("contradiction", "{\"host\":\"a text where an object belongs\"}"))
                    .get();
        }

        start();

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode source = get("/_doc/contradiction").get("_source");
            assertThat(source).isNotNull();
            assertThat(source.at("/event/kind").asString()).isEqualTo("pipeline_error");
            assertThat(source.at("/event/original").asString()).contains("a text where an object belongs");
        });
    }

    private void start() {
        indexer = SpringApplication.run(
                IndexerProcess.class,
                "--server.port=0",
                "--chieng.kafka.bootstrap-servers=" + testbed.kafka(),
                "--chieng.topics.prefix=" + prefix,
                "--chieng.opensearch.uri=" + testbed.opensearch(),
                "--chieng.opensearch.index-prefix=" + prefix);
    }

    private void send(int from, int to) {
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int number = from; number < to; number++) {
                sent.add(producer.send(event("e-" + number, "{\"message\":\"dòng số " + number + " «đã ghi»\"}")));
            }
        }
        assertThat(sent).allMatch(Future::isDone);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                // one at a time: right after a topic is made, its broker may refuse the first batch and take the second
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        testbed.kafka(),
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private ProducerRecord<byte[], byte[]> event(String id, String json) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.events(), null, created.toEpochMilli(), id.getBytes(UTF_8), json.getBytes(UTF_8));
        record.headers()
                .add(RecordHeaders.EVENT_ID, id.getBytes(UTF_8))
                .add(RecordHeaders.RETENTION_CLASS, "r12".getBytes(UTF_8))
                .add(RecordHeaders.ORGANIZATION_ID, "org-21583".getBytes(UTF_8));
        return record;
    }

    private int readiness() throws Exception {
        String port = indexer.getEnvironment().getRequiredProperty("local.server.port");
        URI uri = URI.create("http://127.0.0.1:" + port + "/health/readiness");
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private int count() throws Exception {
        http.send(
                HttpRequest.newBuilder(testbed.opensearch().resolve("/" + prefix + index + "/_refresh"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
        return get("/_count").path("count").asInt(-1);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(testbed.opensearch().resolve("/" + prefix + index + path))
                        .build(),
                BodyHandlers.ofString());
        return new JsonMapper().readTree(answer.body());
    }
}
