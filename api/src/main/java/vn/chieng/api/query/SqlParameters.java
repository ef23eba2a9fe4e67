package vn.chieng.api.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a statement, by the names under which they stand in it; no value ever stands in its text. */
public final class SqlParameters {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Takes a value and answers how it is written in the statement: {@code :q1}. */
    public String add(Object value) {
        String name = "q" + (values.size() + 1);
        values.put(name, value);
        return ":" + name;
    }

    /** All of them. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
