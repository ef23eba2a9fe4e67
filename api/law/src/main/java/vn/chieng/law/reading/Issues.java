package vn.chieng.law.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, up to a limit, so that it can be reported together. */
public final class Issues {
    static final int MAX_ISSUES = 200;
    private final List<DataIssue> found = new ArrayList<>();

    public void add(Position position, String message) {
        if (found.size() < MAX_ISSUES) {
            found.add(new DataIssue(position, message));
        }
    }

    /** In the order of files and lines. */
    public List<DataIssue> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(
                                (DataIssue issue) -> issue.position().file())
                        .thenComparingInt(issue -> issue.position().line())
                        .thenComparingInt(issue -> issue.position().column()))
                .toList();
    }
}
