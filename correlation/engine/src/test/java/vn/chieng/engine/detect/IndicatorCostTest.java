package vn.chieng.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.content.ShippedRules;
import vn.chieng.engine.indicators.LiveIndicators;
import vn.chieng.engine.kafka.TableReader.Progress;
import vn.chieng.engine.rules.RuleSwap;
import vn.chieng.engine.rules.RuleTable;
import vn.chieng.engine.rules.RunningRules;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;
import vn.chieng.indicators.IndicatorField;

/** What a table full of indicators costs on the pass, measured as a ratio in one run. */
final class IndicatorCostTest {
    private static final int INDICATORS = 200_000;
    private static final int EVENTS = 4_000;
    private static final int ROUNDS = 12;

    /** The budget is a tenth; a build that shares its processors gets a coarse gate. */
    private static final double GATE = 0.35;

    private final Random random = new Random(4);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void indicatorsCostLittleBesideTheRules() {
        LiveIndicators none = new LiveIndicators(10, IndicatorField.shipped(), Clock.systemUTC(), meters);
        LiveIndicators many = new LiveIndicators(INDICATORS, IndicatorField.shipped(), Clock.systemUTC(), meters);
        JsonMapper json = JsonMapper.builder().build();
        for (int i = 0; i < INDICATORS; i++) {
            Indicator indicator = indicator(i);
            many.take(indicator.key(), json.writeValueAsBytes(indicator));
        }
        RuleSwap swap = new RuleSwap(meters);
        new RuleTable(ShippedRules.sigma(), List.of(), none.fields(), swap, Clock.systemUTC(), meters)
                .rest(Progress.NEVER_WRITTEN);
        RunningRules rules = new RunningRules(swap, "run", Clock.systemUTC());
        OnePass without = new OnePass(rules, none);
        OnePass with = new OnePass(rules, many);
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(event());
        }
        long fastestWithout = Long.MAX_VALUE;
        long fastestWith = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            fastestWithout = Math.min(fastestWithout, time(without, events));
            fastestWith = Math.min(fastestWith, time(with, events));
        }
        double cost = (double) fastestWith / fastestWithout - 1;
        System.err.printf(
                "indicators: %d ns an event without, %d ns with, cost %.1f %%%n",
                fastestWithout / EVENTS, fastestWith / EVENTS, cost * 100);
        assertThat(cost).isLessThan(GATE);
    }

    private static long time(OnePass pass, List<byte[]> events) {
        long start = System.nanoTime();
        int matches = 0;
        for (byte[] event : events) {
            matches += pass.match(event).size();
        }
        assertThat(matches).isLessThan(events.size());
        return System.nanoTime() - start;
    }

    private static Indicator indicator(int number) {
        Indicator.Type type = number % 2 == 0 ? Indicator.Type.IP : Indicator.Type.DOMAIN;
        String value = type == Indicator.Type.IP
                ? "45." + (number >>> 16 & 0xff) + "." + (number >>> 8 & 0xff) + "." + (number & 0xff)
                : "host-" + number + ".bad.example";
        return new Indicator(type, value, "NCSC", 80, Level.HIGH, null, "");
    }

    /** A Sysmon event of a program's start: hashes, names and addresses among 1.5 kB. */
    private byte[] event() {
        String hash = "%016x".formatted(random.nextLong()).repeat(4);
        return """
                {"@timestamp":"2026-11-22T01:00:00.000Z","event":{"created":"2026-11-22T01:00:00.100Z","code":"1",
                "kind":"event","dataset":"windows.sysmon_operational","module":"windows","category":["process"],
                "original":"<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>%s</System></Event>"},
                "host":{"name":"pc-%d","ip":["10.1.%d.%d","fe80::1"]},"organization":{"id":"org-1"},
                "related":{"ip":["10.1.2.3","14.225.%d.%d"],"hosts":["pc-1.gialai.gov.vn"]},
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
                        random.nextInt(100),
                        random.nextInt(255),
                        random.nextInt(255),
                        random.nextInt(255),
                        random.nextInt(255),
                        random.nextInt(9_000),
                        random.nextInt(9_000),
                        hash.substring(0, 32),
                        hash,
                        hash.substring(0, 32))
                .getBytes(StandardCharsets.UTF_8);
    }
}
