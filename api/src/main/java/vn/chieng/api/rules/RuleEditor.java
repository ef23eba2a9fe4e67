package vn.chieng.api.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.event.Level;
import vn.chieng.sigma.RuleSet;

/** Changes rules: each change is a version, an audit entry, and what the engines are told, in one transaction. */
@Component
public final class RuleEditor {
    /** Exceptions of one rule. */
    static final int MOST_FILTERS = 50;

    private static final String OBJECT = "rule";

    private final RuleStore store;
    private final RuleTexts texts;
    private final ActiveRules active;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    RuleEditor(
            RuleStore store,
            RuleTexts texts,
            ActiveRules active,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.texts = texts;
        this.active = active;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Lets a rule run, or stops it; a rule that is so already stays as it is. */
    public RuleOutcome enable(String id, @Nullable Integer version, boolean on, SignedIn by) {
        return change(id, version, rule -> {
            if (rule.enabled() == on) {
                return new RuleOutcome.Done(rule);
            }
            Rule next = rule.switched(on, clock.instant());
            write(next, null, store.filters(id), on ? RuleChange.ENABLED : RuleChange.DISABLED, by, null);
            audit.record(
                    by,
                    record(on ? RuleAction.RULE_ENABLED : RuleAction.RULE_DISABLED, next)
                            .changed(Map.of("enabled", rule.enabled()), Map.of("enabled", on)));
            return new RuleOutcome.Done(next);
        });
    }

    /** Gives a rule another level, or with null its own again. */
    public RuleOutcome override(String id, int version, @Nullable Level level, String reason, SignedIn by) {
        return change(id, version, rule -> {
            if (Objects.equals(rule.override(), level)) {
                return new RuleOutcome.Refused(RuleOutcome.Reason.SAME, List.of());
            }
            Rule next = rule.overridden(level, level == null ? null : reason, clock.instant());
            write(next, null, store.filters(id), RuleChange.SEVERITY, by, reason);
            audit.record(
                    by,
                    record(RuleAction.RULE_RATED, next)
                            .changed(
                                    Map.of("level", rule.runningLevel().code()),
                                    Map.of("level", next.runningLevel().code()))
                            .because(reason));
            return new RuleOutcome.Done(next);
        });
    }

    /** Adds an exception, where rule and exceptions can still be compiled together. */
    public RuleOutcome except(RuleFilter filter, int version, SignedIn by) {
        return change(filter.ruleId(), version, rule -> {
            List<RuleFilter> filters = new ArrayList<>(store.filters(rule.id()));
            if (filters.size() == MOST_FILTERS) {
                return new RuleOutcome.Refused(RuleOutcome.Reason.TOO_MANY_FILTERS, List.of());
            }
            RuleSet.Loaded loaded =
                    texts.load(store.text(rule.textHash()), FilterYaml.documents(rule, List.of(filter)));
            if (!loaded.issues().isEmpty() || !loaded.warnings().isEmpty()) {
                return new RuleOutcome.Refused(
                        RuleOutcome.Reason.UNSOUND,
                        FilterYaml.asWritten(
                                rule, filter, loaded.issues().isEmpty() ? loaded.warnings() : loaded.issues()));
            }
            filters.add(store.add(filter));
            Rule next = rule.filtered(filters.size(), clock.instant());
            write(next, null, filters, RuleChange.FILTER_ADDED, by, filter.reason());
            audit.record(
                    by,
                    record(RuleAction.RULE_EXCEPTED, next)
                            .changed(Map.of("exceptions", rule.filters()), added(next, filters.getLast()))
                            .because(filter.reason()));
            return new RuleOutcome.Done(next);
        });
    }

    private static Map<String, @Nullable Object> added(Rule next, RuleFilter filter) {
        return Map.of(
                "exceptions",
                next.filters(),
                "exception",
                FilterYaml.documents(next, List.of(filter)).getFirst(),
                "expires",
                String.valueOf(filter.expiresOn()));
    }

    /** Ends an exception before its time. */
    public RuleOutcome unexcept(String id, int version, long filterId, String reason, SignedIn by) {
        return change(id, version, rule -> ended(rule, Set.of(filterId), RuleChange.FILTER_REMOVED, by, reason));
    }

    private RuleOutcome ended(
            Rule rule, Set<Long> filterIds, RuleChange change, @Nullable SignedIn by, @Nullable String reason) {
        boolean expired = change == RuleChange.FILTER_EXPIRED;
        Instant now = clock.instant();
        if (filterIds.stream()
                        .filter(each -> store.end(rule.id(), each, expired, now))
                        .count()
                == 0) {
            return new RuleOutcome.Refused(RuleOutcome.Reason.NO_FILTER, List.of());
        }
        List<RuleFilter> left = store.filters(rule.id());
        Rule next = rule.filtered(left.size(), now);
        write(next, null, left, change, by, reason);
        audit.record(
                by,
                record(RuleAction.RULE_UNEXCEPTED, next)
                        .changed(
                                Map.of("exceptions", rule.filters()),
                                Map.of("exceptions", next.filters(), "expired", expired))
                        .because(reason));
        return new RuleOutcome.Done(next);
    }

    /** Ends the exceptions of a rule whose last day is over. */
    void expire(String id) {
        var today = VietnamDay.of(clock);
        change(id, null, rule -> {
            Set<Long> over = store.filters(id).stream()
                    .filter(filter ->
                            filter.expiresOn() != null && filter.expiresOn().isBefore(today))
                    .map(RuleFilter::id)
                    .collect(Collectors.toSet());
            return ended(rule, over, RuleChange.FILTER_EXPIRED, null, null);
        });
    }

    /** Adds a rule of one's own; it does not run before somebody enables it. */
    public RuleOutcome add(String text, SignedIn by) {
        return sound(
                text,
                read -> inTransaction(() -> {
                    if (store.lock(read.rule().id()).isPresent()) {
                        return new RuleOutcome.Refused(RuleOutcome.Reason.TAKEN, List.of());
                    }
                    Rule rule = Rule.added(read, RuleKind.OWN, by.displayName(), false, clock.instant());
                    store.add(List.of(new RuleWrite(rule, read.text(), "", RuleChange.ADDED, by.displayName(), null)));
                    audit.record(
                            by, record(RuleAction.RULE_ADDED, rule).changed(Map.of(), Map.of("text", rule.textHash())));
                    return new RuleOutcome.Done(rule);
                }));
    }

    /** Rewrites a rule of one's own. */
    public RuleOutcome rewrite(String id, int version, String text, @Nullable String reason, SignedIn by) {
        return sound(
                text,
                read -> change(id, version, rule -> {
                    if (rule.kind() != RuleKind.OWN) {
                        return new RuleOutcome.Refused(RuleOutcome.Reason.NOT_OWN, List.of());
                    }
                    if (!read.rule().id().equals(id)) {
                        return new RuleOutcome.Refused(RuleOutcome.Reason.OTHER_ID, List.of());
                    }
                    if (read.hash().equals(rule.textHash())) {
                        return new RuleOutcome.Done(rule);
                    }
                    Rule next = rule.rewritten(read, by.displayName(), clock.instant());
                    write(next, read.text(), store.filters(id), RuleChange.TEXT, by, reason);
                    audit.record(
                            by,
                            record(RuleAction.RULE_CHANGED, next)
                                    .changed(Map.of("text", rule.textHash()), Map.of("text", next.textHash()))
                                    .because(reason));
                    return new RuleOutcome.Done(next);
                }));
    }

    private RuleOutcome sound(String text, Function<ReadRule.Sound, RuleOutcome> use) {
        return switch (texts.read("rule", text)) {
            case ReadRule.Sound read -> use.apply(read);
            case ReadRule.Refused(var issues) -> new RuleOutcome.Refused(RuleOutcome.Reason.UNSOUND, issues);
        };
    }

    private void write(
            Rule next,
            @Nullable String text,
            List<RuleFilter> filters,
            RuleChange change,
            @Nullable SignedIn by,
            @Nullable String reason) {
        store.change(List.of(new RuleWrite(
                next,
                text,
                String.join("---\n", FilterYaml.documents(next, filters)),
                change,
                by == null ? null : by.displayName(),
                reason)));
        active.publish(next, text == null ? store.text(next.textHash()) : text, filters);
    }

    private RuleOutcome change(String id, @Nullable Integer version, Function<Rule, RuleOutcome> change) {
        return inTransaction(() -> {
            Optional<Rule> rule = store.lock(id);
            if (rule.isEmpty()) {
                return new RuleOutcome.Unknown();
            }
            return version != null && version != rule.get().version()
                    ? new RuleOutcome.Stale(rule.get())
                    : change.apply(rule.get());
        });
    }

    private RuleOutcome inTransaction(Supplier<RuleOutcome> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    private static AuditRecord record(RuleAction action, Rule rule) {
        return AuditRecord.of(action, OBJECT, rule.id(), rule.titleVi(), Set.of());
    }
}
