package vn.chieng.api.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many rules in the caller's transaction and publishes those that run. */
@Component
public final class RuleBatch {
    private final RuleStore store;
    private final ActiveRules active;
    private final JdbcClient jdbc;

    RuleBatch(RuleStore store, ActiveRules active, JdbcClient jdbc) {
        this.store = store;
        this.active = active;
        this.jdbc = jdbc;
    }

    /** Waits until no other transaction brings rules in, since what is absent cannot be locked. */
    public void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('chieng.rules.import', 0))")
                .query((_, _) -> true)
                .single();
    }

    /** The next version of a rule with another text; its exceptions are written anew, for its log source may be another. */
    public RuleWrite rewritten(
            Rule before, ReadRule.Sound read, String origin, Instant now, @Nullable String accountName) {
        Rule next = before.rewritten(read, origin, now);
        List<RuleFilter> filters = before.filters() == 0 ? List.of() : store.filters(before.id());
        return new RuleWrite(
                next,
                read.text(),
                String.join("---\n", FilterYaml.documents(next, filters)),
                RuleChange.TEXT,
                accountName,
                null);
    }

    /** Writes and publishes; a rule that never ran has nothing to be taken away. */
    public void write(List<RuleWrite> added, List<RuleWrite> changed) {
        store.add(added);
        store.change(changed);
        List<RuleWrite> running = Stream.concat(added.stream(), changed.stream())
                .filter(write -> write.rule().enabled())
                .toList();
        Map<String, List<RuleFilter>> filters =
                store.filters(running.stream().map(write -> write.rule().id()).toList());
        running.forEach(write -> active.publish(
                write.rule(),
                Objects.requireNonNull(write.text()),
                filters.getOrDefault(write.rule().id(), List.of())));
    }

    /** Publishes rules as they stand. */
    void publish(Collection<String> ids) {
        Map<String, Rule> rules = store.lock(ids);
        Map<String, List<RuleFilter>> filters = store.filters(ids);
        Map<String, String> texts =
                store.texts(rules.values().stream().map(Rule::textHash).collect(Collectors.toSet()));
        rules.values()
                .forEach(rule -> active.publish(
                        rule,
                        Objects.requireNonNull(texts.get(rule.textHash())),
                        filters.getOrDefault(rule.id(), List.of())));
    }
}
