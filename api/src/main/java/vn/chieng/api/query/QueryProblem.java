package vn.chieng.api.query;

import java.util.Locale;

/**
 * Why a query cannot be understood.
 *
 * @param column the character it is about, from 1
 * @param detail what stands there, or what is allowed; short
 */
public record QueryProblem(Reason reason, int column, String detail) {
    private static final int MOST = 60;

    public QueryProblem {
        detail = detail.length() <= MOST ? detail : detail.substring(0, MOST) + "…";
    }

    /** The key of the sentence that says so; it takes column and detail. */
    public String key() {
        return "query.problem." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What can be wrong. */
    public enum Reason {
        TOO_LONG,
        TOO_DEEP,
        TOO_MANY_TERMS,
        TOO_MANY_WILDCARDS,
        UNKNOWN_FIELD,
        UNKNOWN_VALUE,
        NOT_A_NUMBER,
        NOT_A_TIME,
        NOT_AN_ADDRESS,
        NO_RANGE,
        VALUE_EXPECTED,
        TERM_EXPECTED,
        QUOTE_OPEN,
        PARENTHESIS_OPEN,
        PARENTHESIS_CLOSED,
        RANGE_OPEN,
        TO_EXPECTED
    }
}
