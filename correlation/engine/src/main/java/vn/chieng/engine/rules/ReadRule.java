package vn.chieng.engine.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.ActiveRule;
import vn.chieng.event.RuleReference;
import vn.chieng.sigma.rule.RuleReader;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaFilter;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.yaml.RuleIssue;

/**
 * A published rule, read with all its exceptions, or the reason why it does not run: never a half of it.
 *
 * @param rule null where it does not run
 */
record ReadRule(ActiveRule published, @Nullable SigmaRule rule, String reason) {

    static ReadRule of(ActiveRule published) {
        RuleReader.Result read = read(published.id(), published.text());
        if (!read.issues().isEmpty()) {
            return refused(published, issues(read.issues()));
        }
        if (read.rules().size() != 1
                || !read.filters().isEmpty()
                || !read.correlations().isEmpty()) {
            return refused(published, "not one rule");
        }
        SigmaRule rule = read.rules().getFirst();
        if (!rule.id().equals(published.id())) {
            return refused(published, "its text has the id " + rule.id());
        }
        for (String text : published.filters()) {
            RuleReader.Result exception = read(published.id() + " exception", text);
            if (!exception.issues().isEmpty()) {
                return refused(published, issues(exception.issues()));
            }
            if (exception.filters().size() != 1 || !exception.rules().isEmpty()) {
                return refused(published, "an exception is not one filter");
            }
            SigmaFilter filter = exception.filters().getFirst();
            if (!filter.appliesTo(rule)) {
                return refused(published, "the filter " + filter.title() + " is not for it");
            }
            rule = filter.applyTo(rule);
        }
        return new ReadRule(published, rule, "");
    }

    private static RuleReader.Result read(String name, String text) {
        return RuleReader.read(RuleSource.of(name, text), SigmaSettings.DEFAULT);
    }

    private static String issues(List<RuleIssue> issues) {
        return String.join("; ", issues.stream().map(RuleIssue::toString).toList());
    }

    private static ReadRule refused(ActiveRule published, String reason) {
        return new ReadRule(published, null, reason);
    }

    boolean runs() {
        return rule != null;
    }

    SigmaRule sound() {
        return Objects.requireNonNull(rule, reason);
    }

    /** As detections name it: with the level that this installation gave it. */
    RuleReference reference() {
        RuleReference own = sound().reference();
        return published.level() == null
                ? own
                : new RuleReference(
                        own.id(), own.titleVi(), own.titleEn(), own.author(), published.level(), own.tags());
    }
}
