package vn.chieng.api.incidents;

import java.util.Locale;

/** What a value's menu does with the query. */
enum ValueFilter {
    INCLUDE {
        @Override
        String applied(String query, String condition) {
            return and(query, condition);
        }
    },
    EXCLUDE {
        @Override
        String applied(String query, String condition) {
            return and(query, "NOT " + condition);
        }
    },
    ONLY {
        @Override
        String applied(String query, String condition) {
            return condition;
        }
    };

    /** The query with the condition. */
    abstract String applied(String query, String condition);

    String code() {
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
