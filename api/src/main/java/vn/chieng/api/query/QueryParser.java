package vn.chieng.api.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.chieng.api.query.QueryProblem.Reason;

/** Reads a query; whatever it is given, the answer is a tree or the first thing that is wrong with it. */
public final class QueryParser {
    /** Longest query. */
    public static final int MOST_CHARACTERS = 1_000;

    private static final int MOST_DEPTH = 16;
    private static final int MOST_TERMS = 60;
    private static final char NO_STOP = '\0';

    private final QueryReader reader;
    private final TermReader terms;
    private final List<String> typed = new ArrayList<>();
    private boolean conjunction = true;
    private int depth;
    private int count;

    private QueryParser(String text, QueryFields fields, Instant now) {
        reader = new QueryReader(text);
        terms = new TermReader(reader, fields, now);
    }

    /** Reads it with the fields of a list; relative times count from now. */
    public static ParsedQuery parse(String text, QueryFields fields, Instant now) {
        if (text.length() > MOST_CHARACTERS) {
            return new ParsedQuery.Wrong(
                    new QueryProblem(Reason.TOO_LONG, MOST_CHARACTERS + 1, Integer.toString(MOST_CHARACTERS)));
        }
        try {
            return new QueryParser(text, fields, now).whole();
        } catch (Stop e) {
            return new ParsedQuery.Wrong(e.problem);
        }
    }

    /** Ends the reading from any depth; never leaves this package. */
    static final class Stop extends Exception {
        private static final long serialVersionUID = 1;
        private final transient QueryProblem problem;

        Stop(Reason reason, int column, String detail) {
            super(null, null, false, false);
            problem = new QueryProblem(reason, column, detail);
        }
    }

    private ParsedQuery whole() throws Stop {
        reader.skipSpace();
        if (reader.done()) {
            return new ParsedQuery.Understood(Query.EVERYTHING, List.of());
        }
        int start = reader.at();
        Query query = disjunction();
        if (!reader.done()) {
            throw new Stop(Reason.PARENTHESIS_CLOSED, reader.column(), ")");
        }
        if (!conjunction) {
            typed.clear();
            typed.add(reader.since(start).strip());
        }
        return new ParsedQuery.Understood(query, conditions());
    }

    private List<ParsedQuery.Condition> conditions() {
        List<ParsedQuery.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            List<String> others = new ArrayList<>(typed);
            others.remove(i);
            conditions.add(
                    new ParsedQuery.Condition(typed.get(i), others.stream().collect(Collectors.joining(" "))));
        }
        return conditions;
    }

    private Query disjunction() throws Stop {
        if (++depth > MOST_DEPTH) {
            throw new Stop(Reason.TOO_DEEP, reader.column(), Integer.toString(MOST_DEPTH));
        }
        List<Query> operands = new ArrayList<>();
        operands.add(conjunction());
        while (reader.takesWord("OR")) {
            if (depth == 1) {
                conjunction = false;
            }
            operands.add(conjunction());
        }
        depth--;
        return operands.size() == 1 ? operands.getFirst() : new Query.Or(operands);
    }

    private Query conjunction() throws Stop {
        List<Query> operands = new ArrayList<>();
        do {
            reader.skipSpace();
            int start = reader.at();
            operands.add(negation());
            if (depth == 1) {
                typed.add(reader.since(start).strip());
            }
            reader.skipSpace();
        } while (reader.takesWord("AND") || !(reader.done() || reader.sees(')') || reader.seesWord("OR")));
        return operands.size() == 1 ? operands.getFirst() : new Query.And(operands);
    }

    private Query negation() throws Stop {
        reader.skipSpace();
        if (reader.takesWord("NOT") || reader.takes('-')) {
            if (++depth > MOST_DEPTH) {
                throw new Stop(Reason.TOO_DEEP, reader.column(), Integer.toString(MOST_DEPTH));
            }
            Query operand = negation();
            depth--;
            return new Query.Not(operand);
        }
        return term();
    }

    private Query term() throws Stop {
        int column = reader.column();
        if (reader.done() || reader.sees(')') || reader.seesWord("AND") || reader.seesWord("OR")) {
            throw new Stop(Reason.TERM_EXPECTED, column, "");
        }
        if (reader.takes('(')) {
            Query inside = disjunction();
            if (!reader.takes(')')) {
                throw new Stop(Reason.PARENTHESIS_OPEN, column, "(");
            }
            return inside;
        }
        Optional<String> name = reader.field();
        if (name.isPresent()) {
            return ofField(terms.field(name.get(), column));
        }
        return new Query.Words(counted(reader.takes('"') ? terms.quoted(column) : terms.word(NO_STOP), column));
    }

    /** One value, or several in parentheses. */
    private Query ofField(QueryField field) throws Stop {
        int column = reader.column();
        if (!reader.takes('(')) {
            return new Query.Term(field, counted(terms.test(field), column));
        }
        List<Query> operands = new ArrayList<>();
        do {
            reader.skipSpace();
            operands.add(new Query.Term(field, counted(terms.test(field), reader.column())));
            reader.skipSpace();
        } while (reader.takesWord("OR"));
        if (!reader.takes(')')) {
            throw new Stop(Reason.PARENTHESIS_OPEN, column, "(");
        }
        return operands.size() == 1 ? operands.getFirst() : new Query.Or(operands);
    }

    private <T> T counted(T term, int column) throws Stop {
        if (++count > MOST_TERMS) {
            throw new Stop(Reason.TOO_MANY_TERMS, column, Integer.toString(MOST_TERMS));
        }
        return term;
    }
}
