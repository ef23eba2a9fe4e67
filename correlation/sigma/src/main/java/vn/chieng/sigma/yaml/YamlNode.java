package vn.chieng.sigma.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A YAML document with the place of each node. */
public sealed interface YamlNode {
    Position position();

    /** The node as maps, lists and scalars. */
    @Nullable
    Object plain();

    /** The entry of a mapping, or null where there is none or this is no mapping. */
    default @Nullable YamlNode get(String key) {
        return null;
    }

    /** Text, number, truth value or null. */
    record Scalar(String text, boolean quoted, Position position) implements YamlNode {
        private static final Pattern DECIMAL =
                Pattern.compile("[-+]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][-+]?\\d{1,2})?");
        private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,16}");

        @Override
        public @Nullable Object plain() {
            if (quoted) {
                return text;
            }
            return switch (text) {
                case "", "~", "null", "Null", "NULL" -> null;
                case "true", "True", "TRUE" -> true;
                case "false", "False", "FALSE" -> false;
                default -> numberOrText();
            };
        }

        private Object numberOrText() {
            if (DECIMAL.matcher(text).matches()) {
                return new BigDecimal(text);
            }
            if (HEXADECIMAL.matcher(text).matches()) {
                return new BigDecimal(new BigInteger(text.substring(2), 16));
            }
            return text;
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Position position) implements YamlNode {
        @Override
        public Object plain() {
            List<@Nullable Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.plain()));
            return values;
        }
    }

    /** A map, in the order of the text. */
    record Mapping(List<Entry> entries, Position position) implements YamlNode {
        @Override
        public Object plain() {
            Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(entries.size());
            entries.forEach(
                    entry -> values.put(entry.key().text(), entry.value().plain()));
            return values;
        }

        @Override
        public @Nullable YamlNode get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {}
}
