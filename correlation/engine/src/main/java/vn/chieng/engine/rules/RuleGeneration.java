package vn.chieng.engine.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.chieng.event.RuleReference;
import vn.chieng.sigma.RuleMatcher;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.RuleStatistics;
import vn.chieng.sigma.match.WatchedFields;
import vn.chieng.sigma.rule.SigmaRule;

/** Rules that run together until others take their place as a whole; events pass them on one thread. */
public final class RuleGeneration {
    private final RuleSet rules;
    private final RuleMatcher matcher;
    private final Map<String, Running> running;
    private final List<RefusedRule> refused;

    /**
     * What of a rule the matcher does not know.
     *
     * @param version 0 for rules that nobody published
     */
    record Running(RuleReference reference, int version) {}

    RuleGeneration(RuleSet rules, Map<String, Running> running, Collection<RefusedRule> refused) {
        this.rules = rules;
        this.matcher = rules.matcher();
        this.running = Map.copyOf(running);
        this.refused = List.copyOf(refused);
    }

    /**
     * The rules that an event matches.
     *
     * @throws tools.jackson.core.JacksonException where it is no event
     */
    List<RuleReference> match(byte[] event) {
        List<SigmaRule> matched = matcher.match(event);
        if (matched.isEmpty()) {
            return List.of();
        }
        List<RuleReference> references = new ArrayList<>(matched.size());
        for (SigmaRule rule : matched) {
            references.add(of(rule.id()).reference());
        }
        return references;
    }

    /** Hands over what the event that was matched last holds in the watched fields. */
    void watched(WatchedFields fields) {
        matcher.watched(fields);
    }

    Running of(String id) {
        return Objects.requireNonNull(running.get(id), id);
    }

    List<RuleStatistics> statistics() {
        return rules.statistics();
    }

    int size() {
        return rules.rules().size();
    }

    List<RefusedRule> refused() {
        return refused;
    }

    long failures() {
        return rules.failures().values().stream().mapToLong(Long::longValue).sum();
    }
}
