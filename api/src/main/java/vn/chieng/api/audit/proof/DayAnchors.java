package vn.chieng.api.audit.proof;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.audit.chain.ChainStore;
import vn.chieng.api.audit.chain.EntryLine;
import vn.chieng.api.audit.chain.EntryText;
import vn.chieng.api.audit.chain.Sha256;

/** Makes the anchor of each day that is over and sends it elsewhere, until it arrived. */
@Component
public class DayAnchors {
    /** Days closed in one round; what is left waits for the next. */
    public static final int MOST_CLOSED = 400;
    /** Anchors sent in one round: each may take some seconds. */
    public static final int MOST_SENT = 20;

    private static final Logger LOG = LoggerFactory.getLogger(DayAnchors.class);
    private static final int LONGEST_PROBLEM = 300;

    private final ChainStore chain;
    private final AnchorStore anchors;
    private final SigningKey key;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final List<AnchorTarget> targets;
    private final Counter made;
    private final Counter undelivered;

    public DayAnchors(
            ChainStore chain,
            AnchorStore anchors,
            SigningKey key,
            AuditSettings settings,
            TransactionTemplate transactions,
            Clock clock,
            MeterRegistry meters) {
        this.chain = chain;
        this.anchors = anchors;
        this.key = key;
        this.transactions = transactions;
        this.clock = clock;
        this.targets = targets(settings, clock);
        this.made = meters.counter("chieng.audit.anchors.made");
        this.undelivered = meters.counter("chieng.audit.anchors.undelivered");
    }

    private static List<AnchorTarget> targets(AuditSettings settings, Clock clock) {
        List<AnchorTarget> targets = new ArrayList<>();
        if (settings.anchorFile() != null) {
            targets.add(new AnchorFile(settings.anchorFile()));
        }
        if (settings.anchorSyslog() != null) {
            targets.add(new AnchorSyslog(settings.anchorSyslog(), clock));
        }
        return List.copyOf(targets);
    }

    /** The places that get anchors. */
    public List<String> targetNames() {
        return targets.stream().map(AnchorTarget::name).toList();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT2S")
    public void round() {
        try {
            transactions.executeWithoutResult(_ -> close());
            transactions.executeWithoutResult(_ -> deliver());
        } catch (DataAccessException | TransactionException e) {
            LOG.atWarn().setCause(e).log("no audit anchors this time");
        }
    }

    /** Makes the anchors of the days that are over and have none. */
    public void close() {
        if (!anchors.alone()) {
            return;
        }
        anchors.publish(key.published(), clock.instant());
        LocalDate today = EntryLine.day(clock.instant());
        Optional<StoredAnchor> last = anchors.last();
        Optional<LocalDate> next = last.map(anchor -> anchor.day().plusDays(1)).or(chain::firstDay);
        if (next.isEmpty() || !next.get().isBefore(today)) {
            return;
        }
        Instant dayBegan = today.atStartOfDay(EntryLine.ZONE).toInstant();
        chain.endedBefore(dayBegan);
        LocalDate day = next.get();
        @Nullable StoredAnchor before = last.orElse(null);
        for (int i = 0; i < MOST_CLOSED && day.isBefore(today); i++, day = day.plusDays(1)) {
            before = anchored(day, before);
            anchors.add(before);
            made.increment();
            LOG.atInfo().addKeyValue("chieng.audit.day", day).log("day of the audit log closed");
        }
    }

    private StoredAnchor anchored(LocalDate day, @Nullable StoredAnchor before) {
        long end = chain.lastNumberBefore(day.plusDays(1));
        var anchor = new Anchor(
                day,
                before == null ? 1 : before.last() + 1,
                end,
                chain.hash(end),
                before == null ? Sha256.NOTHING : Sha256.hex(before.line()),
                key.published().id());
        return new StoredAnchor(day, anchor.line(), key.signature(anchor.line()), anchor.keyId(), end);
    }

    /** Sends what has not arrived; the first failure at a place ends its turn, so that anchors arrive in order. */
    public void deliver() {
        if (targets.isEmpty() || !anchors.alone()) {
            return;
        }
        for (AnchorTarget target : targets) {
            for (StoredAnchor anchor : anchors.undelivered(target.name(), MOST_SENT)) {
                @Nullable String problem = problem(target, anchor);
                anchors.tried(anchor.day(), target.name(), clock.instant(), problem);
                if (problem != null) {
                    break;
                }
            }
        }
    }

    private @Nullable String problem(AnchorTarget target, StoredAnchor anchor) {
        try {
            target.deliver(anchor);
            return null;
        } catch (IOException e) {
            undelivered.increment();
            LOG.atWarn()
                    .addKeyValue("chieng.audit.day", anchor.day())
                    .addKeyValue("chieng.audit.target", target.name())
                    .setCause(e)
                    .log("audit anchor not delivered, next try in a minute");
            return EntryText.fit(e.toString(), LONGEST_PROBLEM);
        }
    }
}
