package vn.chieng.sigma;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file, so that everything is reported together. */
final class Issues {
    /** Beyond this many the rest of a file is not worth a person's time. */
    static final int MAX_PER_FILE = 100;

    private final String file;
    private final List<RuleIssue> found = new ArrayList<>();

    Issues(String file) {
        this.file = file;
    }

    void add(Position position, String message) {
        if (found.size() < MAX_PER_FILE) {
            found.add(new RuleIssue(file, position, message));
        }
    }

    int count() {
        return found.size();
    }

    String file() {
        return file;
    }

    List<RuleIssue> found() {
        return List.copyOf(found);
    }
}
