package vn.chieng.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.content.ShippedRules;
import vn.chieng.engine.indicators.LiveIndicators;
import vn.chieng.engine.kafka.TableReader.Progress;
import vn.chieng.engine.rules.CorpusRules;
import vn.chieng.engine.rules.RuleSwap;
import vn.chieng.engine.rules.RuleTable;
import vn.chieng.engine.rules.RunningRules;
import vn.chieng.event.ActiveRule;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;
import vn.chieng.indicators.IndicatorField;

/** What a table full of indicators costs on the pass: the median of rounds that take the events past it and not past it. */
final class IndicatorCostTest {
    /** A million with {@code -Dindicators.count=1000000}. */
    private static final int INDICATORS = Integer.getInteger("indicators.count", 50_000);

    private static final int EVENTS = 1_000;
    private static final int WARMING = 8;
    private static final int ROUNDS = Integer.getInteger("indicators.rounds", 9);
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final int COMPUTERS = 300;
    private static final int PROGRAMS = 400;
    private static final int ADDRESSES = 3_000;

    /** The budget is a tenth beside thousands of rules; a build that shares its processors gets a coarse gate. */
    private static final double GATE = 0.25;

    /** Eighty rules take so little time that whatever is done besides shows. */
    private static final double GATE_BESIDE_FEW = 1.5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Random random = new Random(4);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LiveIndicators none = indicators(10);
    private final LiveIndicators many = indicators(INDICATORS);

    private LiveIndicators indicators(int limit) {
        return new LiveIndicators(limit, IndicatorField.shipped(), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    @BeforeEach
    void fill() {
        JsonMapper json = JsonMapper.builder().build();
        for (int i = 0; i < INDICATORS; i++) {
            Indicator indicator = indicator(i);
            many.take(indicator.key(), json.writeValueAsBytes(indicator));
        }
        assertThat(many.bytes()).isLessThan(MOST_BYTES);
    }

    @Test
    void indicatorsCostLessThanTheFewRulesThatShip() {
        double cost = cost("shipped", List.of(), events());
        assertThat(cost).isLessThan(GATE_BESIDE_FEW);
    }

    /** Takes a while, so only where a number is named. */
    @Test
    @EnabledIfSystemProperty(named = "indicators.count", matches = "\\d+")
    void indicatorsCostATenthBesideThousandsOfRules() {
        List<ActiveRule> corpus = CorpusRules.published();
        double cost = cost(corpus.size() + " corpus", corpus, events());
        assertThat(cost).isLessThan(GATE);
    }

    private double cost(String name, List<ActiveRule> more, List<byte[]> events) {
        RuleSwap swap = new RuleSwap(meters);
        JsonMapper json = JsonMapper.builder().build();
        RuleTable table =
                new RuleTable(ShippedRules.sigma(), List.of(), none.fields(), swap, Clock.systemUTC(), meters);
        more.forEach(rule -> table.take(rule.id(), json.writeValueAsBytes(rule)));
        table.rest(more.isEmpty() ? Progress.NEVER_WRITTEN : Progress.READ);
        RunningRules rules = new RunningRules(swap, "run", Clock.systemUTC());
        OnePass without = new OnePass(rules, none);
        OnePass with = new OnePass(rules, many);
        double[] costs = new double[ROUNDS];
        double[] times = new double[ROUNDS];
        for (int round = -WARMING; round < ROUNDS; round++) {
            double first = time(without, events);
            double second = time(with, events);
            if (round >= 0) {
                costs[round] = second / first - 1;
                times[round] = first;
            }
        }
        Arrays.sort(costs);
        Arrays.sort(times);
        System.err.printf(
                "%d indicators (%d MB) beside the %s rules: %.0f ns an event without, cost %.1f %% (median of %d)%n",
                INDICATORS, many.bytes() >> 20, name, times[ROUNDS / 2] / EVENTS, costs[ROUNDS / 2] * 100, ROUNDS);
        return costs[ROUNDS / 2];
    }

    /** By the processor's time, since others want the processor too. */
    private static double time(OnePass pass, List<byte[]> events) {
        long start = THREADS.getCurrentThreadCpuTime();
        int matches = 0;
        for (byte[] event : events) {
            matches += pass.match(event).size();
        }
        assertThat(matches).isLessThan(events.size());
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static Indicator indicator(int number) {
        Indicator.Type type = switch (number % 8) {
            case 0, 1, 2 -> Indicator.Type.IP;
            case 3, 4, 5 -> Indicator.Type.DOMAIN;
            case 6 -> Indicator.Type.SHA256;
            default -> Indicator.Type.URL;
        };
        String value = switch (type) {
            case IP -> "45." + (number >>> 16 & 0xff) + "." + (number >>> 8 & 0xff) + "." + (number & 0xff);
            case SHA256 -> "%016x".formatted(new Random(number).nextLong()).repeat(4);
            case URL -> "http://x" + number + ".bad.example/a/b?q=" + number;
            default -> "host-" + number + ".bad.example";
        };
        return new Indicator(type, value, "NCSC", 80, Level.HIGH, null, "");
    }

    /** What an office's computers send: some programs and addresses often, most seldom. */
    private List<byte[]> events() {
        List<String> hashes = Stream.generate(
                        () -> "%016x".formatted(random.nextLong()).repeat(4))
                .limit(PROGRAMS)
                .toList();
        List<String> remote = Stream.generate(() -> "14.225." + random.nextInt(255) + "." + random.nextInt(255))
                .limit(ADDRESSES)
                .toList();
        return Stream.generate(() -> event(random.nextInt(COMPUTERS), often(hashes), often(remote)))
                .limit(EVENTS)
                .toList();
    }

    private String often(List<String> some) {
        return some.get((int) (some.size() * Math.pow(random.nextDouble(), 3)));
    }

    /** A Sysmon event of a program's start: hashes, names and addresses among 1.5 kB. */
    private byte[] event(int computer, String hash, String remote) {
        return """
                {"@timestamp":"2026-11-22T01:00:00.000Z","event":{"created":"2026-11-22T01:00:00.100Z","code":"1",
                "kind":"event","dataset":"windows.sysmon_operational","module":"windows","category":["process"],
                "original":"<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>%s</System></Event>"},
                "host":{"name":"pc-%d","ip":["10.1.%d.7","fe80::1"]},"organization":{"id":"org-1"},
                "related":{"ip":["10.1.2.3","%s"],"hosts":["pc-%d.gialai.gov.vn"]},
                "winlog":{"channel":"Microsoft-Windows-Sysmon/Operational","event_id":1,"computer_name":"pc-1.gialai.gov.vn",
                "provider_name":"Microsoft-Windows-Sysmon","event_data":{"RuleName":"-","UtcTime":"2026-11-22 01:00:00.000",
                "ProcessGuid":"{b1a1d8f0-1111-2222-3333-444444444444}","ProcessId":"%d",
                "Image":"C:\\\\Program Files\\\\Microsoft Office\\\\root\\\\Office16\\\\WINWORD.EXE",
                "FileVersion":"16.0.17928.20114","Description":"Microsoft Word","Product":"Microsoft Office",
                "Company":"Microsoft Corporation","OriginalFileName":"WinWord.exe",
                "CommandLine":"\\"C:\\\\Program Files\\\\Microsoft Office\\\\root\\\\Office16\\\\WINWORD.EXE\\" /n C:\\\\Users\\\\a\\\\bao-cao-%d.docx",
                "CurrentDirectory":"C:\\\\Users\\\\a\\\\Documents\\\\","User":"GIALAI\\\\a","LogonId":"0x3e7",
                "Hashes":"MD5=%s,SHA256=%s,IMPHASH=%s","ParentImage":"C:\\\\Windows\\\\explorer.exe",
                "ParentCommandLine":"C:\\\\Windows\\\\Explorer.EXE","ParentUser":"GIALAI\\\\a"}}}""".formatted(
                        "x".repeat(600),
                        computer,
                        computer % 200,
                        remote,
                        computer,
                        random.nextInt(9_000),
                        random.nextInt(9_000),
                        hash.substring(0, 32),
                        hash,
                        hash.substring(0, 32))
                .replace("\n", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
