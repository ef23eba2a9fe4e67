package vn.chieng.sigma.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Looks for literals in texts that are still JSON, before anything is decoded. That it finds one may be wrong, that it does
 * not never is, provided that the text writes plain letters as themselves: then each literal, or the longest run in it of
 * letters of ASCII, can be written in one way only.
 */
public final class Fragments {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    private static final int GRAM = 4;
    private static final String NUMERIC = "0123456789+-.einfaty";

    private final List<GramTable> tables;
    private final BitSet unsuited;
    private final boolean numeric;

    private Fragments(List<GramTable> tables, BitSet unsuited, boolean numeric) {
        this.tables = List.copyOf(tables);
        this.unsuited = unsuited;
        this.numeric = numeric;
    }

    /** Literals, folded; they are numbered in their order. */
    public static Fragments of(Collection<String> literals) {
        List<GramTable.Literal> common = new ArrayList<>();
        List<GramTable.Literal> brief = new ArrayList<>();
        BitSet unsuited = new BitSet();
        int number = 0;
        for (String literal : literals) {
            byte[] run = run(literal);
            if (run.length < SHORTEST) {
                unsuited.set(number);
            } else {
                (run.length < GRAM ? brief : common).add(new GramTable.Literal(run, number));
            }
            number++;
        }
        GramFrequencies frequencies = new GramFrequencies();
        common.forEach(literal -> frequencies.add(literal.bytes()));
        List<GramTable> tables = new ArrayList<>();
        if (!common.isEmpty()) {
            tables.add(new GramTable(common, GRAM, frequencies::of));
        }
        if (!brief.isEmpty()) {
            tables.add(new GramTable(brief, SHORTEST, _ -> 0));
        }
        boolean numeric = literals.stream().anyMatch(Fragments::mayStandInNumber);
        return new Fragments(tables, unsuited, numeric);
    }

    /** Numbers have many spellings. */
    private static boolean mayStandInNumber(String literal) {
        return literal.chars().allMatch(c -> NUMERIC.indexOf(c) >= 0);
    }

    /** The longest run of printable letters of ASCII, as JSON writes it. */
    private static byte[] run(String literal) {
        String longest = "";
        StringBuilder run = new StringBuilder();
        for (int i = 0; i <= literal.length(); i++) {
            char c = i < literal.length() ? literal.charAt(i) : 0;
            if (c >= ' ' && c < 0x7f) {
                run.append(c == '\\' ? "\\\\" : c == '"' ? "\\\"" : String.valueOf(c));
            } else {
                longest = run.length() > longest.length() ? run.toString() : longest;
                run.setLength(0);
            }
        }
        byte[] bytes = longest.getBytes(StandardCharsets.US_ASCII);
        return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
    }

    /** Literals that are too short to be looked for in this way. */
    public BitSet unsuited() {
        return (BitSet) unsuited.clone();
    }

    /** Hands over the numbers of the literals found, some more than once, until told that it is enough; whether it was. */
    public boolean find(byte[] json, int start, int end, IntPredicate enough) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).find(json, start, end, enough)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the literals can stand in a text or number of a document. */
    public boolean mayOccurIn(byte[] json) {
        return numeric || !unsuited.isEmpty() || find(json, 0, json.length, _ -> true);
    }

    /** Bytes of the tables. */
    public long size() {
        return tables.stream().mapToLong(GramTable::size).sum();
    }
}
