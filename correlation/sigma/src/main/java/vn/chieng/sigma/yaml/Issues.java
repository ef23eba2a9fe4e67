package vn.chieng.sigma.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file, so that everything is reported together. */
public final class Issues {
    /** Beyond this many the rest of a file is not worth a person's time. */
    static final int MAX_PER_FILE = 100;

    private final String file;
    private final List<RuleIssue> found = new ArrayList<>();

    public Issues(String file) {
        this.file = file;
    }

    public void add(Position position, String message) {
        if (found.size() < MAX_PER_FILE) {
            found.add(new RuleIssue(file, position, message));
        }
    }

    public int count() {
        return found.size();
    }

    public String file() {
        return file;
    }

    public List<RuleIssue> found() {
        return List.copyOf(found);
    }
}
