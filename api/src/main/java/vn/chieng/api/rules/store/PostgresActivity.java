package vn.chieng.api.rules.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.rules.activity.ActivityStore;
import vn.chieng.event.RuleActivity;

@Component
final class PostgresActivity implements ActivityStore {
    private static final int BATCH = 500;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    PostgresActivity(JdbcTemplate batches, JdbcClient jdbc, TransactionTemplate transactions) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void apply(List<RuleActivity> records) {
        // in one order, so that two instances cannot wait for each other
        List<RuleActivity> ordered = records.stream()
                .sorted(Comparator.comparing(RuleActivity::ruleId).thenComparing(RuleActivity::run))
                .toList();
        transactions.executeWithoutResult(_ -> batches.batchUpdate("""
                insert into rule_activity as kept
                    (run, rule_id, events, candidates, matches, nanoseconds, failures, last_match, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (rule_id, run) do update set
                    events = greatest(kept.events, excluded.events),
                    candidates = greatest(kept.candidates, excluded.candidates),
                    matches = greatest(kept.matches, excluded.matches),
                    nanoseconds = greatest(kept.nanoseconds, excluded.nanoseconds),
                    failures = greatest(kept.failures, excluded.failures),
                    last_match = greatest(kept.last_match, excluded.last_match),
                    at = greatest(kept.at, excluded.at)""", ordered, BATCH, (row, record) -> {
            row.setString(1, record.run());
            row.setString(2, record.ruleId());
            row.setLong(3, record.events());
            row.setLong(4, record.candidates());
            row.setLong(5, record.matches());
            row.setLong(6, record.nanoseconds());
            row.setLong(7, record.failures());
            row.setObject(8, Rows.at(record.lastMatch()));
            row.setObject(9, Rows.at(record.at()));
        }));
    }

    @Override
    public int fold(Instant unheardSince) {
        Integer folded = transactions.execute(_ ->
                jdbc.sql("""
                        with ended as (
                            delete from rule_activity where run <> '' and at < ? returning *
                        ), summed as (
                            insert into rule_activity as kept
                                (run, rule_id, events, candidates, matches, nanoseconds, failures, last_match, at)
                            select '', rule_id, sum(events), sum(candidates), sum(matches), sum(nanoseconds),
                                   sum(failures), max(last_match), max(at)
                            from ended group by rule_id
                            on conflict (rule_id, run) do update set
                                events = kept.events + excluded.events,
                                candidates = kept.candidates + excluded.candidates,
                                matches = kept.matches + excluded.matches,
                                nanoseconds = kept.nanoseconds + excluded.nanoseconds,
                                failures = kept.failures + excluded.failures,
                                last_match = greatest(kept.last_match, excluded.last_match),
                                at = greatest(kept.at, excluded.at)
                        ) select count(*) from ended""").param(Rows.at(unheardSince)).query(Integer.class).single());
        return folded == null ? 0 : folded;
    }
}
