package vn.chieng.standalone.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads templates and scenes, one JSON object a line; a mistake names its line. */
final class SceneReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Template> templates = new HashMap<>();
    private final List<Action.Step> steps = new ArrayList<>();
    private final List<Action.Traffic> traffic = new ArrayList<>();

    Scene read(List<String> templateLines, List<String> sceneLines) {
        for (String line : templateLines) {
            naming(line, () -> readTemplate(JSON.readTree(line)));
        }
        for (String line : sceneLines) {
            naming(line, () -> readAction(JSON.readTree(line)));
        }
        return new Scene(steps, traffic);
    }

    private static void naming(String line, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(e.getMessage() + " in: " + line, e);
        }
    }

    private void readTemplate(JsonNode line) {
        String name = text(line, "template");
        Template template = line.has("document")
                ? new Template.Document(name, line.get("document"))
                : new Template.SyslogLine(
                        name,
                        Template.Format.valueOf(text(line, "syslog").toUpperCase(Locale.ROOT)),
                        Template.Transport.valueOf(text(line, "over").toUpperCase(Locale.ROOT)),
                        line.required("facility").intValue(),
                        line.required("severity").intValue(),
                        text(line, "app"),
                        line.path("pid").asBoolean(true),
                        text(line, "text"));
        if (templates.put(name, template) != null) {
            throw new IllegalArgumentException("a second template " + name);
        }
    }

    private void readAction(JsonNode line) {
        if (line.has("traffic")) {
            traffic.add(new Action.Traffic(action(line, "traffic"), duration(line, "every", Duration.ZERO)));
        } else {
            steps.add(new Action.Step(
                    duration(line, "at", Duration.ofSeconds(-1)),
                    action(line, "step"),
                    line.path("times").asInt(1),
                    duration(line, "every", Duration.ZERO)));
        }
    }

    private Action action(JsonNode line, String key) {
        Template template = templates.get(text(line, key));
        if (template == null) {
            throw new IllegalArgumentException("no template " + text(line, key));
        }
        var values = new LinkedHashMap<String, List<String>>();
        line.path("with").propertyStream().forEach(entry -> values.put(entry.getKey(), texts(entry.getValue())));
        Optional<String> from = line.has("from") ? Optional.of(text(line, "from")) : Optional.empty();
        return new Action(template, from, texts(line.required("host")), values);
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::stringValue).toList() : List.of(node.stringValue());
    }

    private static String text(JsonNode line, String key) {
        return line.required(key).stringValue();
    }

    private static Duration duration(JsonNode line, String key, Duration absent) {
        return line.has(key) ? Duration.parse(text(line, key)) : absent;
    }
}
