package vn.chieng.api.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.evidence.EvidenceItem;
import vn.chieng.api.evidence.EvidenceItem.CustodyStep;
import vn.chieng.api.evidence.EvidenceItem.Proposal;
import vn.chieng.api.evidence.FreezeRequest;
import vn.chieng.api.evidence.LockerStore;

@Component
final class PostgresLocker implements LockerStore {
    private static final String FAMILY = " where incident_id in (select incident_family(?))";

    private final JdbcClient jdbc;

    PostgresLocker(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<EvidenceItem> of(long incidentId) {
        Map<UUID, List<CustodyStep>> custody = new HashMap<>();
        jdbc.sql("select c.* from evidence_custody c join evidence_items e on e.id = c.item_id" + FAMILY
                        + " order by c.id")
                .param(incidentId)
                .query(row -> {
                    custody.computeIfAbsent(row.getObject("item_id", UUID.class), _ -> new ArrayList<>())
                            .add(new CustodyStep(
                                    instant(row, "at"),
                                    row.getString("actor"),
                                    EvidenceItem.Step.valueOf(row.getString("step")),
                                    row.getString("reason"),
                                    row.getString("sha256")));
                });
        return jdbc.sql("select * from evidence_items" + FAMILY + " order by added_at desc, id")
                .param(incidentId)
                .query((row, _) -> item(row, custody))
                .list();
    }

    private static EvidenceItem item(ResultSet row, Map<UUID, List<CustodyStep>> custody) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new EvidenceItem(
                id,
                row.getLong("incident_id"),
                row.getString("name"),
                EvidenceItem.Kind.valueOf(row.getString("kind")),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("reason"),
                instant(row, "added_at"),
                row.getString("added_by"),
                custody.getOrDefault(id, List.of()),
                proposal(row),
                instantOrNull(row, "disposed_at"));
    }

    private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
        Instant at = instantOrNull(row, "proposed_at");
        return at == null
                ? null
                : new Proposal(
                        at, row.getLong("proposer_id"), row.getString("proposer"), row.getString("proposed_because"));
    }

    @Override
    public void lock(long incidentId) {
        jdbc.sql("select id from incidents where id in (select incident_family(?)) order by id for update")
                .param(incidentId)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public void propose(UUID item, @Nullable Proposal proposal) {
        jdbc.sql("update evidence_items set proposed_at = ?, proposer_id = ?, proposer = ?, proposed_because = ?"
                        + " where id = ?")
                .param(proposal == null ? null : utc(proposal.at()))
                .param(proposal == null ? null : proposal.accountId())
                .param(proposal == null ? null : proposal.actor())
                .param(proposal == null ? null : proposal.reason())
                .param(item)
                .update();
    }

    @Override
    public void disposed(UUID item, Instant at) {
        jdbc.sql("update evidence_items set disposed_at = ? where id = ?")
                .param(utc(at))
                .param(item)
                .update();
    }

    @Override
    public List<UUID> disposed() {
        return jdbc.sql(
                        "select id from evidence_items where disposed_at is not null order by disposed_at desc limit 1000")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    @Override
    public long count(long incidentId) {
        return jdbc.sql("select count(*) from evidence_items" + FAMILY)
                .param(incidentId)
                .query(Long.class)
                .single();
    }

    @Override
    public void add(EvidenceItem item) {
        jdbc.sql("""
                        insert into evidence_items (id, incident_id, name, kind, bytes, sha256, reason, added_at, added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(item.id())
                .param(item.incidentId())
                .param(item.name())
                .param(item.kind().name())
                .param(item.bytes())
                .param(item.sha256())
                .param(item.reason())
                .param(utc(item.addedAt()))
                .param(item.addedBy())
                .update();
    }

    @Override
    public void step(UUID item, CustodyStep step) {
        jdbc.sql("insert into evidence_custody (item_id, at, actor, step, reason, sha256) values (?, ?, ?, ?, ?, ?)")
                .param(item)
                .param(utc(step.at()))
                .param(step.actor())
                .param(step.step().name())
                .param(step.reason())
                .param(step.sha256())
                .update();
    }

    @Override
    public Optional<Hold> hold(long incidentId) {
        return jdbc.sql("select * from evidence_holds where incident_id = ?")
                .param(incidentId)
                .query((row, _) ->
                        new Hold(row.getString("reason"), instant(row, "placed_at"), row.getString("placed_by")))
                .optional();
    }

    @Override
    public boolean held(long incidentId) {
        return jdbc.sql("select exists (select from evidence_holds" + FAMILY + ")")
                .param(incidentId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean place(long incidentId, Hold hold) {
        return jdbc.sql("insert into evidence_holds (incident_id, reason, placed_at, placed_by) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .param(incidentId)
                        .param(hold.reason())
                        .param(utc(hold.placedAt()))
                        .param(hold.placedBy())
                        .update()
                == 1;
    }

    @Override
    public boolean lift(long incidentId) {
        return jdbc.sql("delete from evidence_holds where incident_id = ?")
                        .param(incidentId)
                        .update()
                == 1;
    }

    @Override
    public List<FreezeRequest> requests(long incidentId) {
        return jdbc.sql("select * from evidence_freeze_requests" + FAMILY + " order by id desc")
                .param(incidentId)
                .query((row, _) -> new FreezeRequest(
                        row.getString("reason"),
                        row.getString("scope"),
                        instant(row, "from_at"),
                        instant(row, "until_at"),
                        row.getString("continuity"),
                        instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }

    @Override
    public void add(long incidentId, FreezeRequest request) {
        jdbc.sql("""
                        insert into evidence_freeze_requests (incident_id, reason, scope, from_at, until_at, continuity,
                            recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(incidentId)
                .param(request.reason())
                .param(request.scope())
                .param(utc(request.from()))
                .param(utc(request.until()))
                .param(request.continuity())
                .param(utc(request.recordedAt()))
                .param(request.recordedBy())
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
