package vn.chieng.api.systems.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.systems.belongings.BelongingStore;
import vn.chieng.api.systems.belongings.SystemAddress;
import vn.chieng.api.systems.belongings.SystemLink;

@Component
final class PostgresBelongings implements BelongingStore {
    private final JdbcClient jdbc;

    PostgresBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Owned(UUID systemId, SystemAddress address) {}

    @Override
    public List<SystemAddress> addresses(UUID systemId) {
        return addresses(List.of(systemId)).getOrDefault(systemId, List.of());
    }

    @Override
    public Map<UUID, List<SystemAddress>> addresses(Collection<UUID> systemIds) {
        Map<UUID, List<SystemAddress>> all = new LinkedHashMap<>();
        jdbc.sql("select * from system_addresses where system_id = any (?) order by kind, value")
                .param(systemIds.toArray(UUID[]::new))
                .query((row, _) -> new Owned(row.getObject("system_id", UUID.class), address(row)))
                .list()
                .forEach(owned -> all.computeIfAbsent(owned.systemId(), _ -> new ArrayList<>())
                        .add(owned.address()));
        return all;
    }

    private static SystemAddress address(ResultSet row) throws SQLException {
        return new SystemAddress(
                SystemAddress.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("value"),
                row.getString("note"));
    }

    @Override
    public void replaceAddresses(UUID systemId, List<SystemAddress> addresses) {
        jdbc.sql("delete from system_addresses where system_id = ?")
                .param(systemId)
                .update();
        for (SystemAddress address : addresses) {
            jdbc.sql("insert into system_addresses (system_id, kind, value, note) values (?, ?, ?, ?)")
                    .param(systemId)
                    .param(address.kind().code())
                    .param(address.value())
                    .param(address.note())
                    .update();
        }
    }

    @Override
    public List<SystemLink> links(UUID systemId) {
        return jdbc.sql("select * from system_links where system_id = :id or other_id = :id order by id")
                .param("id", systemId)
                .query(PostgresBelongings::link)
                .list();
    }

    @Override
    public List<SystemLink> ownLinks(Collection<UUID> systemIds) {
        return jdbc.sql("select * from system_links where system_id = any (?) order by system_id, id")
                .param(systemIds.toArray(UUID[]::new))
                .query(PostgresBelongings::link)
                .list();
    }

    private static SystemLink link(ResultSet row, int number) throws SQLException {
        return new SystemLink(
                row.getLong("id"),
                row.getObject("system_id", UUID.class),
                row.getObject("other_id", UUID.class),
                row.getString("other_name"),
                SystemLink.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                SystemLink.Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getString("data"));
    }

    @Override
    public void addLink(SystemLink link) {
        jdbc.sql("insert into system_links (system_id, other_id, other_name, kind, direction, data)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(link.systemId())
                .param(link.otherId())
                .param(link.otherName())
                .param(link.kind().code())
                .param(link.direction().code())
                .param(link.data())
                .update();
    }

    @Override
    public boolean removeLink(UUID systemId, long linkId) {
        return jdbc.sql("delete from system_links where id = ? and system_id = ?")
                        .param(linkId)
                        .param(systemId)
                        .update()
                > 0;
    }
}
