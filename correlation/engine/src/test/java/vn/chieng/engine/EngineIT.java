package vn.chieng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.engine.kafka.KafkaClients;
import vn.chieng.engine.kafka.KafkaSettings;
import vn.chieng.engine.kafka.TopicCreation;
import vn.chieng.event.ActiveRule;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;
import vn.chieng.event.Evidence;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;
import vn.chieng.event.RecordHeaders;
import vn.chieng.event.RuleActivity;
import vn.chieng.event.Signal;
import vn.chieng.event.Topics;
import vn.chieng.testbed.Testbed;

/** The engine process between real topics: events in, signals out, whatever kills it in between. */
final class EngineIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String GUESSING = "guessing|host:org-1/web-01|source:203.0.113.5";

    private final JsonMapper json = JsonMapper.builder().build();
    private final String prefix = "engine-" + UUID.randomUUID() + "-";
    private final Topics topics = new Topics(prefix);
    private final String kafka = Testbed.shared().kafka();
    private final KafkaClients clients = new KafkaClients(new KafkaSettings(kafka, prefix, (short) 1, null));
    private final Producer<byte[], byte[]> producer = clients.producer();
    private final Consumer<byte[], byte[]> consumer = clients.consumer("test");
    private final Map<String, TreeSet<String>> evidence = new TreeMap<>();
    private final List<Signal> signals = new ArrayList<>();
    private final Map<String, RuleActivity> activities = new HashMap<>();
    private final List<String> dead = new ArrayList<>();

    EngineIT() {
        new TopicCreation(clients).createAbsent();
        consumer.subscribe(List.of(topics.signals(), topics.deadLetters(), topics.ruleActivity()));
    }

    @AfterEach
    void close() {
        producer.close();
        consumer.close();
    }

    @Test
    void failuresFollowedByASuccessAreOneIncidentThatGrows() {
        Instant start = Instant.parse("2026-11-22T01:00:00Z");
        Signal last;
        try (ChildEngine engine = engine()) {
            assertThat(engine).isNotNull();
            for (int i = 0; i < 12; i++) {
                send("f" + i, failure(i, start.plusSeconds(i)));
            }
            send("in", success(start.plusSeconds(60)));
            var broken = producer.send(
                    new ProducerRecord<>(topics.events(), "x".getBytes(StandardCharsets.UTF_8), new byte[] {'{'}));
            assertThat(broken).isNotNull();

            await().atMost(PATIENCE).until(() -> {
                read();
                return has(GUESSING + " medium", 12) && has(GUESSING + " critical", 13) && !dead.isEmpty();
            });
            last = signals.getLast();
            takesUpWhatIsPublishedWhileItRuns(start.plusSeconds(3_600));
        }
        assertThat(last.evidence()).allSatisfy(each -> assertThat(each.index()).isEqualTo("logs-r12-2026.11.22"));
        assertThat(last.evidence().getFirst().original()).isEqualTo("Failed password số 0");
    }

    /** One published rule takes the place of the shipped ones, an indicator hits, and what was counted is told. */
    private void takesUpWhatIsPublishedWhileItRuns(Instant time) {
        String rule = "77777777-7777-4777-8777-777777777777";
        String text = """
                title: Published while it ran
                id: %s
                level: low
                logsource:
                  product: linux
                  service: sshd
                detection:
                  selection:
                    event.action: ssh_login
                  condition: selection
                """.formatted(rule);
        publish(
                topics.indicators(),
                "ip:203.0.113.5",
                new Indicator(Indicator.Type.IP, "203.0.113.5", "NCSC", 90, Level.HIGH, null, "quét"));
        publish(topics.rules(), rule, new ActiveRule(rule, 3, text, Level.CRITICAL, List.of(), "test"));
        AtomicInteger sent = new AtomicInteger();
        await().atMost(PATIENCE).until(() -> {
            send("late" + sent.incrementAndGet(), success(time.plusSeconds(sent.get())));
            read();
            return signals.stream()
                            .flatMap(signal -> signal.detectedBy().stream())
                            .anyMatch(each -> each.id().equals("indicator:ip")
                                    && each.author().equals("NCSC"))
                    && activities.containsKey(rule)
                    && activities.get(rule).matches() > 0;
        });
        assertThat(activities.get(rule).version()).isEqualTo(3);
        assertThat(activities.values().stream().filter(each -> each.version() == 0 && each.matches() >= 12))
                .as("what the shipped rules counted before the swap")
                .isNotEmpty();
        assertThat(signals.stream()
                        .flatMap(signal -> signal.detectedBy().stream())
                        .filter(each -> each.id().equals(rule)))
                .allSatisfy(each -> assertThat(each.level()).isEqualTo(Level.CRITICAL));
    }

    private void publish(String topic, String key, Object value) {
        var sent = producer.send(
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), json.writeValueAsBytes(value)));
        assertThat(sent).isNotNull();
        producer.flush();
    }

    @Test
    void killedAgainAndAgainItSaysEverythingOnce() {
        Instant start = Instant.parse("2026-11-22T02:00:00Z");
        int lines = 3_000;
        for (int kill = 0; kill < 3; kill++) {
            try (ChildEngine engine = engine()) {
                int from = kill * lines / 3;
                for (int i = from; i < from + lines / 3; i++) {
                    send("n" + i, failure(i, start.plusMillis(100L * i)));
                }
                int wanted = from + 50;
                await().atMost(PATIENCE).until(() -> {
                    read();
                    return !signals.isEmpty() && signals.getLast().detections() > 0 && size() >= wanted;
                });
                engine.kill();
            }
        }
        try (ChildEngine engine = engine()) {
            assertThat(engine).isNotNull();
            await().atMost(PATIENCE).until(() -> {
                read();
                return size() == lines;
            });
        }
        assertThat(evidence).hasSize(1);
        assertThat(signals.stream().map(Signal::id).distinct()).hasSize(1);
        assertThat(evidence.get(GUESSING + " medium"))
                .isEqualTo(IntStream.range(0, lines)
                        .mapToObj(i -> "n" + i)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private int size() {
        return evidence.values().stream().mapToInt(TreeSet::size).max().orElse(0);
    }

    private boolean has(String incident, int size) {
        TreeSet<String> found = evidence.get(incident);
        return found != null && found.size() == size;
    }

    private ChildEngine engine() {
        Path log = Path.of("target", "engine-it.log");
        return new ChildEngine(
                log,
                "--chieng.kafka.bootstrap-servers=" + kafka,
                "--chieng.topics.prefix=" + prefix,
                "--chieng.engine.activity-interval=1s",
                "--chieng.engine.instance=engine-1");
    }

    private void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            if (record.topic().equals(topics.deadLetters())) {
                dead.add(new String(
                        record.headers().lastHeader(RecordHeaders.DEAD_REASON).value(), StandardCharsets.UTF_8));
                continue;
            }
            if (record.topic().equals(topics.ruleActivity())) {
                RuleActivity activity = json.readValue(record.value(), RuleActivity.class);
                activities.put(activity.ruleId(), activity);
                continue;
            }
            Signal signal = json.readValue(record.value(), Signal.class);
            signals.add(signal);
            evidence.computeIfAbsent(
                            signal.incidentKey() + " " + signal.rule().level().code(), key -> new TreeSet<>())
                    .addAll(signal.evidence().stream().map(Evidence::eventId).toList());
        }
    }

    private Event failure(int number, Instant time) {
        return sshd(time)
                .put(Ecs.EVENT_OUTCOME, "failure")
                .put(Ecs.EVENT_REASON, "failed password")
                .put(Ecs.EVENT_ORIGINAL, "Failed password số " + number)
                .build();
    }

    private Event success(Instant time) {
        return sshd(time)
                .put(Ecs.EVENT_OUTCOME, "success")
                .put(Ecs.EVENT_ORIGINAL, "Accepted password")
                .build();
    }

    private static Event.Builder sshd(Instant time) {
        return new Event(new HashMap<>())
                .toBuilder()
                        .put(Ecs.TIMESTAMP, time.toString())
                        .put(Ecs.EVENT_CREATED, time.toString())
                        .put(Ecs.EVENT_KIND, Ecs.KIND_EVENT)
                        .put(Ecs.EVENT_MODULE, "system")
                        .put(Ecs.EVENT_DATASET, "system.auth")
                        .put(Ecs.EVENT_CATEGORY, List.of("authentication"))
                        .put(Ecs.EVENT_ACTION, "ssh_login")
                        .put(Ecs.PROCESS_NAME, "sshd")
                        .put(Ecs.HOST_NAME, "web-01")
                        .put(Ecs.USER_NAME, "root")
                        .put(Ecs.SOURCE_IP, "203.0.113.5")
                        .put(Ecs.ORGANIZATION_ID, "org-1")
                        .put(Ecs.CHIENG_SOURCE_ID, "s-1");
    }

    private void send(String id, Event event) {
        Event whole = event.toBuilder().put(Ecs.EVENT_ID, id).build();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.events(),
                "org-1|web-01".getBytes(StandardCharsets.UTF_8),
                json.writeValueAsBytes(whole.fields()));
        header(record, RecordHeaders.EVENT_ID, id);
        header(record, RecordHeaders.ORGANIZATION_ID, "org-1");
        header(record, RecordHeaders.RETENTION_CLASS, "r12");
        var sent = producer.send(record);
        assertThat(sent).isNotNull();
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
