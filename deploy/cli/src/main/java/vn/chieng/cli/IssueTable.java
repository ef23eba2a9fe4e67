package vn.chieng.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.yaml.RuleIssue;

/** What is wrong with rules, as a table: place, whether the rule was refused, and why. */
final class IssueTable {
    private static final String GAP = "  ";

    private final List<Row> rows = new ArrayList<>();

    private record Row(String place, String kind, String message) {}

    IssueTable(RuleSet.Loaded loaded) {
        loaded.issues().forEach(issue -> add(issue, "refused"));
        loaded.warnings().forEach(issue -> add(issue, "warning"));
    }

    private void add(RuleIssue issue, String kind) {
        rows.add(new Row(issue.file() + ":" + issue.position(), kind, issue.message()));
    }

    /** Nothing where nothing is wrong. */
    void print(PrintStream out) {
        if (rows.isEmpty()) {
            return;
        }
        int width = rows.stream().mapToInt(row -> row.place.length()).max().orElse(0);
        print(out, width, new Row("PLACE", "", "REASON"));
        rows.forEach(row -> print(out, width, row));
    }

    private static void print(PrintStream out, int width, Row row) {
        out.println(padded(row.place, width) + GAP + padded(row.kind, "refused".length()) + GAP + row.message);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
