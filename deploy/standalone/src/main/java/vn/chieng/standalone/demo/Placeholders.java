package vn.chieng.standalone.demo;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Replaces {@code {name}} in texts and JSON documents; a JSON text that is only {@code {#name}} becomes a number. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{#?([a-z][A-Za-z0-9]*)}");
    private static final Pattern NUMBER = Pattern.compile("\\{#([a-z][A-Za-z0-9]*)}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Placeholders() {}

    static Set<String> in(String text) {
        return new TreeSet<>(
                PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList());
    }

    static Set<String> in(JsonNode node) {
        var names = new HashSet<String>();
        if (node.isString()) {
            names.addAll(in(node.stringValue()));
        }
        node.forEach(child -> names.addAll(in(child)));
        return names;
    }

    /** A placeholder without a value stays as it is written, since values may hold braces of their own. */
    static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    static JsonNode fill(JsonNode node, Map<String, String> values) {
        if (node.isString()) {
            return fillText(node.stringValue(), values);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode filled = NODES.objectNode();
            object.propertyStream().forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue(), values)));
            return filled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = NODES.arrayNode();
            array.forEach(item -> filled.add(fill(item, values)));
            return filled;
        }
        return node;
    }

    private static JsonNode fillText(String text, Map<String, String> values) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches() && values.containsKey(number.group(1))) {
            return NODES.numberNode(Long.parseLong(values.getOrDefault(number.group(1), "0")));
        }
        return NODES.stringNode(fill(text, values));
    }
}
