package vn.chieng.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.yaml.RuleIssue;

/** Loads rules for a command and says what was refused. */
final class RuleLoading {
    private RuleLoading() {}

    /** The rules of several files, folders and archives. */
    static RuleSet.Loaded load(List<String> paths) throws IOException {
        List<RuleSource> sources = new ArrayList<>();
        for (String path : paths) {
            sources.addAll(RuleFiles.read(Path.of(path)));
        }
        if (sources.isEmpty()) {
            throw new IOException("no rule file in " + String.join(", ", paths));
        }
        return RuleSet.load(sources);
    }

    /** One line for each issue, {@code file:line:column reason}, and a sum. */
    static void report(RuleSet.Loaded loaded, PrintStream err) {
        for (RuleIssue issue : loaded.issues()) {
            err.println(issue);
        }
        for (RuleIssue warning : loaded.warnings()) {
            err.println(warning.file() + ":" + warning.position() + " warning: " + warning.message());
        }
        if (!loaded.issues().isEmpty()) {
            long files =
                    loaded.issues().stream().map(RuleIssue::file).distinct().count();
            int sound = loaded.rules().rules().size();
            err.println(sound + " rules loaded; refused rules in " + files + " files");
        }
    }
}
