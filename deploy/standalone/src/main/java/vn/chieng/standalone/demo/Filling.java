package vn.chieng.standalone.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Fills a template for one moment: the time is that of the playing, the rest from the action or from chance. */
final class Filling {

    static final Set<String> BUILT_IN =
            Set.of("now", "nowUtc", "host", "code", "pid", "port", "number", "lan", "index");

    private static final DateTimeFormatter RFC3164_TIME = DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter RFC5424_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final DateTimeFormatter SYSMON_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Clock clock;
    private final RandomGenerator random;
    private final ZoneId zone;

    Filling(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        this.zone = clock.getZone();
    }

    /** Which of several values is taken. */
    interface Choice {
        String of(List<String> values);
    }

    /** The {@code index}-th line of a step walks through the lists. */
    static Choice walking(int index) {
        return values -> values.get(index % values.size());
    }

    /** Office traffic draws from the lists. */
    Choice drawing() {
        return values -> values.get(random.nextInt(values.size()));
    }

    /** One line ready to be sent, without the framing of its transport. */
    String fill(Action action, Organization organization, int index, Choice choice) {
        Map<String, String> values = values(action, organization, index, choice);
        return switch (action.template()) {
            case Template.Document(String _, var body) ->
                JsonMapper.shared().writeValueAsString(Placeholders.fill(body, values));
            case Template.SyslogLine line -> syslog(line, values);
        };
    }

    private Map<String, String> values(Action action, Organization organization, int index, Choice choice) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var values = new HashMap<String, String>();
        values.put("now", DateTimeFormatter.ISO_INSTANT.format(now));
        values.put("nowUtc", SYSMON_TIME.format(now.atOffset(ZoneOffset.UTC)));
        values.put("code", organization.code());
        values.put("index", Integer.toString(index + 1));
        values.put("pid", Integer.toString(random.nextInt(600, 32_000)));
        values.put("port", Integer.toString(random.nextInt(32_768, 61_000)));
        values.put("number", Integer.toString(random.nextInt(400, 90_000)));
        values.put("lan", "10.52." + random.nextInt(1, 40) + "." + random.nextInt(10, 250));
        String host = Placeholders.fill(choice.of(action.hosts()), values);
        values.put("host", host);
        Map<String, String> builtIn = Map.copyOf(values);
        action.values().forEach((name, list) -> values.put(name, Placeholders.fill(choice.of(list), builtIn)));
        return values;
    }

    private String syslog(Template.SyslogLine line, Map<String, String> values) {
        OffsetDateTime now = clock.instant().atZone(zone).toOffsetDateTime();
        String host = values.getOrDefault("host", "-");
        String pid = values.getOrDefault("pid", "-");
        String text = Placeholders.fill(line.text(), values);
        return switch (line.format()) {
            case RFC3164 ->
                "<%d>%s %s %s%s: %s"
                        .formatted(
                                line.priority(),
                                RFC3164_TIME.format(now),
                                host,
                                line.application(),
                                line.withPid() ? "[" + pid + "]" : "",
                                text);
            case RFC5424 ->
                "<%d>1 %s %s %s %s - - %s"
                        .formatted(
                                line.priority(),
                                RFC5424_TIME.format(now),
                                host,
                                line.application(),
                                line.withPid() ? pid : "-",
                                text);
        };
    }
}
