package vn.chieng.api.incidents.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Pap;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;
import vn.chieng.event.Level;

/** The fields by which incidents can be asked for: {@code docs/formats/query.md}. */
public final class IncidentFields {
    /** A handler's own name for themselves, and for nobody. */
    public static final String ME = "me";

    public static final String NONE = "none";

    /** All of them, with what people may call them instead. */
    public static final QueryFields ALL = new QueryFields(
            List.of(
                    QueryField.choice("status", states()),
                    QueryField.choice("severity", names(Severity.values())),
                    QueryField.choice("level", codes(Level.values())),
                    QueryField.of("assignee", Kind.KEYWORD),
                    QueryField.of("organization", Kind.KEYWORD),
                    QueryField.of("system", Kind.KEYWORD),
                    QueryField.of("system-level", Kind.NUMBER),
                    QueryField.of("rule", Kind.KEYWORD),
                    QueryField.of("technique", Kind.KEYWORD),
                    QueryField.of("group", Kind.KEYWORD),
                    QueryField.of("host", Kind.KEYWORD),
                    QueryField.of("user", Kind.KEYWORD),
                    QueryField.of("ip", Kind.ADDRESS),
                    QueryField.of("observable", Kind.KEYWORD),
                    QueryField.of("label", Kind.KEYWORD),
                    QueryField.of("tag", Kind.KEYWORD),
                    QueryField.choice("tlp", codes(Tlp.values())),
                    QueryField.choice("pap", codes(Pap.values())),
                    QueryField.of("number", Kind.KEYWORD),
                    QueryField.of("created", Kind.TIME),
                    QueryField.of("seen", Kind.TIME),
                    QueryField.of("changed", Kind.TIME),
                    QueryField.of("detections", Kind.NUMBER),
                    QueryField.flag("escalated"),
                    QueryField.choice("drill", List.of("yes", "no"))),
            Map.ofEntries(
                    Map.entry("state", "status"),
                    Map.entry("organisation", "organization"),
                    Map.entry("unit", "organization"),
                    Map.entry("organization.id", "organization"),
                    Map.entry("source.ip", "ip"),
                    Map.entry("host.name", "host"),
                    Map.entry("user.name", "user"),
                    Map.entry("rule.id", "rule"),
                    Map.entry("threat.technique.id", "technique"),
                    Map.entry("detected", "created"),
                    Map.entry("trangthai", "status"),
                    Map.entry("mucdo", "severity"),
                    Map.entry("donvi", "organization"),
                    Map.entry("hethong", "system"),
                    Map.entry("capdo", "system-level"),
                    Map.entry("luat", "rule"),
                    Map.entry("may", "host"),
                    Map.entry("chuyencap", "escalated"),
                    Map.entry("nhan", "label")));

    private IncidentFields() {}

    private static List<String> states() {
        List<String> states = new ArrayList<>(List.of("open"));
        Stream.of(IncidentState.values()).map(IncidentState::code).forEach(states::add);
        return states;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
