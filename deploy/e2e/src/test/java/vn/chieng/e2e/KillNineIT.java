package vn.chieng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each process is killed in turn while numbered lines flow: what was accepted is there once, every incident is there once. */
class KillNineIT {
    private static final int LINES = 5_000;
    private static final int HOSTS = 25;
    private static final List<String> VICTIMS = List.of("intake", "indexer", "engine", "api", "kafka");
    private static final Duration BETWEEN_LINES = Duration.ofMillis(14);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Lines that may be on their way in socket buffers, unread, when intake is killed. */
    private static final int ON_THE_WAY = 200;

    private static final Pattern NUMBER = Pattern.compile("sshd\\[(\\d+)]");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ROOT);

    private final RunningChieng chieng = RunningChieng.shared();
    private final LogSearch search = new LogSearch(chieng.openSearch());
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void whicheverProcessIsKilledNothingAcceptedIsLostOrDoubledAndNoIncidentIs() throws Exception {
        List<Integer> killedIntakeAt = new ArrayList<>();
        Thread sender = Thread.ofPlatform().start(this::sendAll);
        for (int i = 0; i < VICTIMS.size(); i++) {
            int due = (i + 1) * LINES / (VICTIMS.size() + 1);
            Awaitility.await().atMost(PATIENCE).until(() -> sent.get() >= due);
            if (VICTIMS.get(i).equals("intake")) {
                killedIntakeAt.add(sent.get());
            }
            killAndAwaitReturn(VICTIMS.get(i));
        }
        sender.join(PATIENCE);
        assertThat(sent.get()).isEqualTo(LINES);

        awaitEverySpooledFrameOnce();
        assertNumbersOnceAndOnlyMissingWhereIntakeDied(killedIntakeAt);
        assertEveryIncidentOnce();
    }

    private void sendAll() {
        try (SyslogConnection connection = new SyslogConnection("127.0.0.30", chieng.syslogPort())) {
            for (int number = 1; number <= LINES; number++) {
                String stamp = LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).format(STAMP);
                connection.send("<38>" + stamp + " kill-host-" + number % HOSTS + " sshd[" + number
                        + "]: Failed password for root from 198.51.100." + (100 + number % HOSTS) + " port "
                        + (10_000 + number) + " ssh2");
                sent.incrementAndGet();
                Thread.sleep(BETWEEN_LINES);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void killAndAwaitReturn(String victim) {
        long killed = chieng.children().get(victim);
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        Awaitility.await().alias(victim + " is started again").atMost(PATIENCE).until(() -> {
            Long now = chieng.children().get(victim);
            return now != null && now != killed && ProcessHandle.of(now).isPresent();
        });
    }

    /** The spool numbers what it accepts without gaps, so the highest number must be the count (the first is 0). */
    private void awaitEverySpooledFrameOnce() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            long highest =
                    (long) search.search("{\"size\":0,\"aggs\":{\"highest\":{\"max\":{\"field\":\"event.sequence\"}}}}")
                            .at("/aggregations/highest/value")
                            .asDouble();
            Thread.sleep(3_000); // what was accepted before the highest is through by then, or late
            long upToThere = search.search(
                            "{\"size\":0,\"query\":{\"range\":{\"event.sequence\":{\"lte\":" + highest + "}}}}")
                    .at("/hits/total/value")
                    .asLong();
            assertThat(highest).isGreaterThan(LINES / 2);
            assertThat(upToThere).isEqualTo(highest + 1);
        });
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> lastLines() > 0);
    }

    private int lastLines() throws IOException, InterruptedException {
        return search.events("{\"match\":{\"message\":\"" + (10_000 + LINES) + "\"}}")
                .size();
    }

    private void assertNumbersOnceAndOnlyMissingWhereIntakeDied(List<Integer> killedIntakeAt)
            throws IOException, InterruptedException {
        Map<Integer, Integer> seen = new HashMap<>();
        for (JsonNode event : search.events("{\"prefix\":{\"host.name\":\"kill-host-\"}}")) {
            Matcher number = NUMBER.matcher(event.at("/event/original").asString());
            assertThat(number.find()).isTrue();
            seen.merge(Integer.valueOf(number.group(1)), 1, Integer::sum);
        }
        assertThat(seen.values()).allMatch(times -> times == 1);
        TreeSet<Integer> missing = new TreeSet<>();
        for (int number = 1; number <= LINES; number++) {
            if (!seen.containsKey(number)) {
                missing.add(number);
            }
        }
        assertThat(missing)
                .allMatch(number -> killedIntakeAt.stream().anyMatch(at -> Math.abs(number - at) <= ON_THE_WAY));
    }

    private void assertEveryIncidentOnce() throws Exception {
        Analyst analyst = signInOnceTheApiIsBack();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            Map<String, Integer> incidents = new HashMap<>();
            for (JsonNode incident : analyst.incidents("kill-host-")) {
                incidents.merge(incident.at("/entity/value").asString(), 1, Integer::sum);
            }
            assertThat(incidents).hasSize(HOSTS);
            assertThat(incidents.values()).allMatch(times -> times == 1);
        });
    }

    /** On a loaded machine the killed process may still be starting when everything else is through. */
    private Analyst signInOnceTheApiIsBack() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Analyst.signIn(chieng, "phan-tich"), Objects::nonNull);
    }
}
