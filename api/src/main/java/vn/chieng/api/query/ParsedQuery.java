package vn.chieng.api.query;

import java.util.List;

/** What became of a query that somebody typed. */
public sealed interface ParsedQuery {

    /**
     * It was understood.
     *
     * @param conditions the parts of which each must hold, as they were typed
     */
    record Understood(Query query, List<Condition> conditions) implements ParsedQuery {
        public Understood {
            conditions = List.copyOf(conditions);
        }
    }

    /** It was not. */
    record Wrong(QueryProblem problem) implements ParsedQuery {}

    /**
     * A part that can be taken away.
     *
     * @param text as it was typed
     * @param without the query without it
     */
    record Condition(String text, String without) {}
}
