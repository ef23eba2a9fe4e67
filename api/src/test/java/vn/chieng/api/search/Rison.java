package vn.chieng.api.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Rison as the library in OpenSearch Dashboards does, as much of it as an address there has; whatever else stands there is refused. */
final class Rison {
    private final String text;
    private int at;

    private Rison(String text) {
        this.text = text;
    }

    static Object read(String text) {
        var rison = new Rison(text);
        Object value = rison.value();
        if (rison.at != text.length()) {
            throw new IllegalArgumentException("behind the value: " + text.substring(rison.at));
        }
        return value;
    }

    private Object value() {
        return switch (text.charAt(at)) {
            case '(' -> object();
            case '!' -> special();
            case '\'' -> quoted();
            default -> id();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (text.charAt(at) != ')') {
            if (!object.isEmpty()) {
                take(',');
            }
            String name = String.valueOf(value());
            take(':');
            object.put(name, value());
        }
        at++;
        return object;
    }

    private Object special() {
        at++;
        char sign = text.charAt(at++);
        return switch (sign) {
            case 't' -> true;
            case 'f' -> false;
            case '(' -> list();
            default -> throw new IllegalArgumentException("!" + sign);
        };
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        while (text.charAt(at) != ')') {
            if (!list.isEmpty()) {
                take(',');
            }
            list.add(value());
        }
        at++;
        return list;
    }

    private String quoted() {
        var value = new StringBuilder();
        for (at++; text.charAt(at) != '\''; at++) {
            if (text.charAt(at) == '!') {
                at++;
                if ("!'".indexOf(text.charAt(at)) < 0) {
                    throw new IllegalArgumentException("escape !" + text.charAt(at));
                }
            }
            value.append(text.charAt(at));
        }
        at++;
        return value.toString();
    }

    private Object id() {
        int from = at;
        while (at < text.length() && " '!:(),*@$".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String id = text.substring(from, at);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("nothing at " + from);
        }
        return id.matches("-?[0-9]+") ? (Object) Long.valueOf(id) : id;
    }

    private void take(char sign) {
        if (text.charAt(at) != sign) {
            throw new IllegalArgumentException(sign + " wanted at " + at + " of " + text);
        }
        at++;
    }
}
