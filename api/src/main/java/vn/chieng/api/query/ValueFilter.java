package vn.chieng.api.query;

import java.util.Locale;

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
