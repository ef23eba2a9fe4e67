package vn.chieng.api.coverage.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.coverage.BodyCoverage;
import vn.chieng.api.coverage.CoverageFact;
import vn.chieng.api.coverage.CoverageStore;
import vn.chieng.api.coverage.FactKind;
import vn.chieng.api.coverage.MonthCount;

@Component
final class PostgresCoverage implements CoverageStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PostgresCoverage(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<CoverageFact> facts(Scope scope) {
        return jdbc.sql("select * from coverage_facts f where " + scope.contains("f.organization_id"))
                .param("scope", scope.parameter())
                .query(PostgresCoverage::fact)
                .list();
    }

    @Override
    public Optional<CoverageFact> fact(String organizationId, FactKind kind) {
        return jdbc.sql("select * from coverage_facts where organization_id = ? and kind = ?")
                .param(organizationId)
                .param(kind.code())
                .query(PostgresCoverage::fact)
                .optional();
    }

    private static CoverageFact fact(ResultSet row, int number) throws SQLException {
        return new CoverageFact(
                row.getString("organization_id"),
                FactKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("state"),
                row.getObject("as_of", LocalDate.class),
                row.getString("note"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    @Override
    public boolean record(CoverageFact fact, int versionBefore) {
        return jdbc.sql("""
                        insert into coverage_facts (organization_id, kind, state, as_of, note, recorded_by, recorded_at, version)
                        values (:organization, :kind, :state, :asOf, :note, :by, :at, :before + 1)
                        on conflict (organization_id, kind) do update set state = :state, as_of = :asOf, note = :note,
                            recorded_by = :by, recorded_at = :at, version = :before + 1
                        where coverage_facts.version = :before""")
                        .param("organization", fact.organizationId())
                        .param("kind", fact.kind().code())
                        .param("state", fact.state())
                        .param("asOf", fact.asOf())
                        .param("note", fact.note())
                        .param("by", fact.recordedBy())
                        .param("at", at(fact.recordedAt()))
                        .param("before", versionBefore)
                        .update()
                > 0;
    }

    @Override
    public void keepMonth(LocalDate month, Collection<BodyCoverage> bodies, Instant at) {
        batches.batchUpdate(
                """
                        insert into coverage_months (month, organization_id, systems, determined, operating, approved, excepted,
                            taken_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (month, organization_id) do update set systems = excluded.systems,
                            determined = excluded.determined, operating = excluded.operating, approved = excluded.approved,
                            excepted = excluded.excepted, taken_at = excluded.taken_at""",
                bodies.stream()
                        .map(body -> new Object[] {
                            month,
                            body.organization().id(),
                            body.systems(),
                            body.determined(),
                            body.operating(),
                            body.approved(),
                            body.red(),
                            at(at)
                        })
                        .toList());
    }

    @Override
    public List<MonthCount> months(Scope scope, int most) {
        return jdbc.sql("select m.month, sum(m.systems)::int systems, sum(m.determined)::int determined,"
                        + " sum(m.operating)::int operating, sum(m.approved)::int approved, sum(m.excepted)::int excepted,"
                        + " bool_and(m.approved is not null) known from coverage_months m where "
                        + scope.contains("m.organization_id") + " group by m.month order by m.month desc limit :most")
                .param("scope", scope.parameter())
                .param("most", most)
                .query((row, _) -> new MonthCount(
                        row.getObject("month", LocalDate.class),
                        row.getInt("systems"),
                        row.getInt("determined"),
                        row.getInt("operating"),
                        row.getBoolean("known") ? row.getObject("approved", Integer.class) : null,
                        row.getInt("excepted")))
                .list()
                .reversed();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
