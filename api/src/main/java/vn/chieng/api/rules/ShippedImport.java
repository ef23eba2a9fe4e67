package vn.chieng.api.rules;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.content.ShippedRules;

/** Brings the rules that ship with the product into the register at each start; what people have set of them stays. */
@Component
final class ShippedImport {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedImport.class);
    private static final String ORIGIN = "shipped";

    private final RuleStore store;
    private final RuleTexts texts;
    private final RuleBatch batch;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    ShippedImport(
            RuleStore store,
            RuleTexts texts,
            RuleBatch batch,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.texts = texts;
        this.batch = batch;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void run() {
        List<ReadRule.Sound> shipped = new ArrayList<>();
        ShippedRules.sigma().forEach(source -> {
            switch (texts.read(source.file(), new String(source.content(), StandardCharsets.UTF_8))) {
                case ReadRule.Sound sound -> shipped.add(sound);
                case ReadRule.Refused(var issues) ->
                    LOG.atError()
                            .addKeyValue("error.message", issues.toString())
                            .log("a shipped rule is refused");
            }
        });
        transactions.executeWithoutResult(_ -> bring(shipped));
    }

    private void bring(List<ReadRule.Sound> shipped) {
        batch.alone();
        Instant now = clock.instant();
        Map<String, Rule> known =
                store.lock(shipped.stream().map(each -> each.rule().id()).collect(Collectors.toSet()));
        List<RuleWrite> added = new ArrayList<>();
        List<RuleWrite> changed = new ArrayList<>();
        for (ReadRule.Sound each : shipped) {
            Rule before = known.get(each.rule().id());
            if (before == null) {
                Rule rule = Rule.added(each, RuleKind.SHIPPED, ORIGIN, true, now);
                added.add(new RuleWrite(rule, each.text(), "", RuleChange.ADDED, null, null));
            } else if (before.kind() == RuleKind.SHIPPED && !before.textHash().equals(each.hash())) {
                changed.add(batch.rewritten(before, each, ORIGIN, now, null));
            }
        }
        if (added.isEmpty() && changed.isEmpty()) {
            return;
        }
        batch.write(added, changed);
        audit.record(
                null,
                AuditRecord.of(RuleAction.RULES_SHIPPED, "rules", ORIGIN, null, Set.of())
                        .changed(Map.of(), Map.of("added", added.size(), "changed", changed.size())));
    }
}
