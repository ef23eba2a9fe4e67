package vn.chieng.api.dossiers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.dossiers.units.UnitAssignment;
import vn.chieng.api.dossiers.units.UnitStore;

@Component
final class PostgresUnits implements UnitStore {
    private final JdbcClient jdbc;

    PostgresUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UnitAssignment> all() {
        return jdbc.sql("select * from specialised_units order by organization_id")
                .query(PostgresUnits::assignment)
                .list();
    }

    @Override
    public Optional<UnitAssignment> find(String organizationId) {
        return jdbc.sql("select * from specialised_units where organization_id = ?")
                .param(organizationId)
                .query(PostgresUnits::assignment)
                .optional();
    }

    @Override
    public boolean assign(UnitAssignment assignment, int versionBefore) {
        return jdbc.sql("""
                        insert into specialised_units (organization_id, unit_id, paper, assigned_by, assigned_at, version)
                        values (:organization, :unit, :paper, :by, :at, :before + 1)
                        on conflict (organization_id) do update set unit_id = :unit, paper = :paper, assigned_by = :by,
                            assigned_at = :at, version = :before + 1
                        where specialised_units.version = :before""")
                        .param("organization", assignment.organizationId())
                        .param("unit", assignment.unitId())
                        .param("paper", assignment.paper())
                        .param("by", assignment.assignedBy())
                        .param("at", assignment.assignedAt().atOffset(ZoneOffset.UTC))
                        .param("before", versionBefore)
                        .update()
                > 0;
    }

    @Override
    public boolean remove(String organizationId, int version) {
        return jdbc.sql("delete from specialised_units where organization_id = ? and version = ?")
                        .param(organizationId)
                        .param(version)
                        .update()
                > 0;
    }

    private static UnitAssignment assignment(ResultSet row, int number) throws SQLException {
        return new UnitAssignment(
                row.getString("organization_id"),
                row.getString("unit_id"),
                row.getString("paper"),
                row.getString("assigned_by"),
                row.getObject("assigned_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
