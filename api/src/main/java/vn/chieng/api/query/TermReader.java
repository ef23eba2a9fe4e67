package vn.chieng.api.query;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.query.QueryParser.Stop;
import vn.chieng.api.query.QueryProblem.Reason;

/** Reads what stands after a field's colon and checks it against the kind of the field. */
final class TermReader {
    /** Most wildcards of one value; each costs the store time. */
    static final int MOST_WILDCARDS = 5;

    private static final java.util.regex.Pattern NETWORK =
            java.util.regex.Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/([0-9]{1,3}))?");
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int MOST_DIGITS = 18;

    private final QueryReader reader;
    private final QueryFields fields;
    private final Instant now;

    TermReader(QueryReader reader, QueryFields fields, Instant now) {
        this.reader = reader;
        this.fields = fields;
        this.now = now;
    }

    QueryField field(String name, int column) throws Stop {
        Optional<QueryField> field = fields.find(name);
        if (field.isEmpty()) {
            throw new Stop(Reason.UNKNOWN_FIELD, column, name);
        }
        return field.get();
    }

    /** The value of a field: a range, a comparison, a quoted text, a word. */
    FieldTest test(QueryField field) throws Stop {
        int column = reader.column();
        if (reader.takes('[')) {
            return range(field, column);
        }
        for (String sign : new String[] {">=", "<=", ">", "<"}) {
            if (reader.takes(sign)) {
                return compared(field, sign, value(NO_BRACKET), column);
            }
        }
        if (reader.takes('"')) {
            return like(field, quoted(column), column);
        }
        return like(field, word(NO_BRACKET), column);
    }

    private static final char NO_BRACKET = '\0';

    Pattern quoted(int column) throws Stop {
        Optional<Pattern> text = reader.quoted();
        if (text.isEmpty()) {
            throw new Stop(Reason.QUOTE_OPEN, column, "\"");
        }
        return bounded(text.get(), column);
    }

    Pattern word(char stop) throws Stop {
        int column = reader.column();
        return bounded(reader.word(stop), column);
    }

    private static Pattern bounded(Pattern pattern, int column) throws Stop {
        if (pattern.parts().isEmpty()) {
            throw new Stop(Reason.VALUE_EXPECTED, column, "");
        }
        if (pattern.wildcards() > MOST_WILDCARDS) {
            throw new Stop(Reason.TOO_MANY_WILDCARDS, column, Integer.toString(MOST_WILDCARDS));
        }
        return pattern;
    }

    private String value(char stop) throws Stop {
        int column = reader.column();
        return (reader.takes('"') ? quoted(column) : word(stop)).text();
    }

    private FieldTest range(QueryField field, int column) throws Stop {
        reader.skipSpace();
        String from = reader.takes('*') ? "*" : value(']');
        reader.skipSpace();
        if (!reader.takesWord("TO")) {
            throw new Stop(Reason.TO_EXPECTED, reader.column(), "TO");
        }
        reader.skipSpace();
        String to = reader.takes('*') ? "*" : value(']');
        reader.skipSpace();
        if (!reader.takes(']')) {
            throw new Stop(Reason.RANGE_OPEN, column, "[");
        }
        return between(field, from.equals("*") ? null : from, to.equals("*") ? null : to, column);
    }

    private FieldTest between(QueryField field, @Nullable String from, @Nullable String to, int column) throws Stop {
        return switch (field.kind()) {
            case NUMBER ->
                new FieldTest.Numbers(
                        from == null ? null : number(from, column), to == null ? null : number(to, column));
            case TIME ->
                new FieldTest.Times(
                        from == null ? null : time(from, column).from(),
                        to == null ? null : time(to, column).before());
            case RANK ->
                new FieldTest.Numbers(
                        from == null ? null : rank(field, from, column), to == null ? null : rank(field, to, column));
            case CHOICE, KEYWORD, TEXT, ADDRESS -> throw new Stop(Reason.NO_RANGE, column, field.name());
        };
    }

    private FieldTest compared(QueryField field, String sign, String value, int column) throws Stop {
        return switch (field.kind()) {
            case NUMBER -> compared(sign, number(value, column));
            case RANK -> compared(sign, rank(field, value, column));
            case TIME -> {
                Moments.Span span = time(value, column);
                yield switch (sign) {
                    case ">=" -> new FieldTest.Times(span.from(), null);
                    case "<=" -> new FieldTest.Times(null, span.before());
                    case ">" -> new FieldTest.Times(span.before(), null);
                    default -> new FieldTest.Times(null, span.from());
                };
            }
            case CHOICE, KEYWORD, TEXT, ADDRESS -> throw new Stop(Reason.NO_RANGE, column, field.name());
        };
    }

    private static FieldTest compared(String sign, long number) {
        return switch (sign) {
            case ">=" -> new FieldTest.Numbers(number, null);
            case "<=" -> new FieldTest.Numbers(null, number);
            case ">" -> new FieldTest.Numbers(number + 1, null);
            default -> new FieldTest.Numbers(null, number - 1);
        };
    }

    private FieldTest like(QueryField field, Pattern pattern, int column) throws Stop {
        if (pattern.like().equals("%")) {
            return new FieldTest.Present();
        }
        String text = pattern.text();
        return switch (field.kind()) {
            case KEYWORD, TEXT -> new FieldTest.Like(pattern);
            case NUMBER -> {
                long number = number(pattern.wild() ? "*" : text, column);
                yield new FieldTest.Numbers(number, number);
            }
            case TIME -> {
                Moments.Span span = time(pattern.wild() ? "*" : text, column);
                yield new FieldTest.Times(span.from(), span.before());
            }
            case CHOICE -> new FieldTest.Like(Pattern.of(chosen(field, pattern.wild() ? "*" : text, column)));
            case RANK -> {
                long rank = rank(field, pattern.wild() ? "*" : text, column);
                yield new FieldTest.Numbers(rank, rank);
            }
            case ADDRESS -> {
                if (pattern.wild() || !isNetwork(text)) {
                    throw new Stop(Reason.NOT_AN_ADDRESS, column, text);
                }
                yield new FieldTest.Like(pattern);
            }
        };
    }

    private static String chosen(QueryField field, String text, int column) throws Stop {
        String chosen = field.chosen(text);
        if (chosen == null) {
            throw new Stop(Reason.UNKNOWN_VALUE, column, String.join(", ", field.values()));
        }
        return chosen;
    }

    /** The place of a value among those of its field, the least 0. */
    private static long rank(QueryField field, String text, int column) throws Stop {
        return field.values().indexOf(chosen(field, text, column));
    }

    private static long number(String text, int column) throws Stop {
        boolean whole = text.matches("-?[0-9]{1," + MOST_DIGITS + "}");
        if (!whole) {
            throw new Stop(Reason.NOT_A_NUMBER, column, text);
        }
        return Long.parseLong(text);
    }

    private Moments.Span time(String text, int column) throws Stop {
        Optional<Moments.Span> span = Moments.read(text, now);
        if (span.isEmpty()) {
            throw new Stop(Reason.NOT_A_TIME, column, text);
        }
        return span.get();
    }

    /** An address in figures, never a name that would have to be looked up. */
    private static boolean isNetwork(String text) {
        Matcher network = NETWORK.matcher(text);
        if (!network.matches()) {
            return false;
        }
        String address = network.group(1);
        boolean six = address.indexOf(':') >= 0;
        if (!six && !address.matches("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}")) {
            return false;
        }
        if (six && !isIpv6(address)) {
            return false;
        }
        return network.group(2) == null || Integer.parseInt(network.group(2)) <= (six ? IPV6_BITS : IPV4_BITS);
    }

    private static boolean isIpv6(String address) {
        try {
            return java.net.InetAddress.ofLiteral(address).getAddress().length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
