package vn.chieng.engine.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chieng.event.ActiveRule;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;

/**
 * Puts together the rules that are to run: those of this process's directory always, the published ones, or the shipped ones
 * as long as nobody has published any. A published rule that has not changed since the last time is not read again.
 */
final class RuleAssembly {
    private final List<SigmaRule> shipped;
    private final List<SigmaRule> directory;
    private final List<String> watched;
    private Map<String, ReadRule> read = Map.of();

    RuleAssembly(List<SigmaRule> shipped, List<SigmaRule> directory, List<String> watched) {
        this.watched = List.copyOf(watched);
        this.shipped = List.copyOf(shipped);
        this.directory = List.copyOf(directory);
    }

    /** What runs while nothing was ever published. */
    RuleGeneration unpublished() {
        return generation(List.of(), shipped);
    }

    /** What runs where these are published, be they none. */
    RuleGeneration published(Collection<ActiveRule> rules) {
        Map<String, ReadRule> before = read;
        List<ReadRule> now = rules.parallelStream()
                .map(rule -> {
                    ReadRule known = before.get(rule.id());
                    return known != null && known.published().equals(rule) ? known : ReadRule.of(rule);
                })
                .toList();
        read = now.stream().collect(Collectors.toMap(each -> each.published().id(), Function.identity()));
        return generation(now, List.of());
    }

    private RuleGeneration generation(List<ReadRule> published, List<SigmaRule> otherwise) {
        Map<String, RuleGeneration.Running> running = new HashMap<>();
        Map<String, SigmaRule> rules = new LinkedHashMap<>();
        List<RefusedRule> refused = new ArrayList<>();
        for (ReadRule each : published) {
            if (each.runs()) {
                rules.put(each.sound().id(), each.sound());
                running.put(
                        each.sound().id(),
                        new RuleGeneration.Running(
                                each.reference(), each.published().version()));
            } else {
                refused.add(new RefusedRule(each.published().id(), each.reason()));
            }
        }
        for (List<SigmaRule> own : List.of(otherwise, directory)) {
            for (SigmaRule rule : own) {
                if (rules.putIfAbsent(rule.id(), rule) == null) {
                    running.put(rule.id(), new RuleGeneration.Running(rule.reference(), 0));
                }
            }
        }
        return new RuleGeneration(RuleSet.of(rules.values(), SigmaSettings.DEFAULT, watched), running, refused);
    }
}
