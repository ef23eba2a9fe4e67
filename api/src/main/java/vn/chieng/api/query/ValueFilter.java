package vn.chieng.api.query;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a value's menu does with the query. */
public enum ValueFilter {
    INCLUDE {
        @Override
        public String applied(String query, String condition) {
            return and(query, condition);
        }
    },
    EXCLUDE {
        @Override
        public String applied(String query, String condition) {
            return and(query, "NOT " + condition);
        }
    },
    ONLY {
        @Override
        public String applied(String query, String condition) {
            return condition;
        }
    };

    /** The query with the condition. */
    public abstract String applied(String query, String condition);

    /** The query with the one condition that is not blank included, excluded or left alone; the query itself where all are. */
    public static String refined(@Nullable String query, String include, String exclude, String only) {
        String before = Objects.requireNonNullElse(query, "");
        if (!include.isBlank()) {
            return INCLUDE.applied(before, include);
        }
        if (!exclude.isBlank()) {
            return EXCLUDE.applied(before, exclude);
        }
        return only.isBlank() ? before : ONLY.applied(before, only);
    }

    /** As forms spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** OR binds less than what is added, so a query that may hold one is put in parentheses. */
    private static String and(String query, String condition) {
        if (query.isBlank()) {
            return condition;
        }
        return (query.contains("OR") ? "(" + query.strip() + ")" : query.strip()) + " " + condition;
    }
}
