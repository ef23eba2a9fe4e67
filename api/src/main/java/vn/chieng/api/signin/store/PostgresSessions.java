package vn.chieng.api.signin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.OpenSession;
import vn.chieng.api.signin.sessions.KeptSession;
import vn.chieng.api.signin.sessions.SessionStore;

@Component
final class PostgresSessions implements SessionStore {
    private static final String OPEN =
            "select s.*, a.name, a.display_name from open_sessions s join accounts a on a.id = s.account_id where ";

    private final JdbcClient jdbc;

    PostgresSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(KeptSession session, byte[] sha256) {
        jdbc.sql("""
                        insert into open_sessions (public_id, session_sha256, account_id, role, organization_id, address,
                            user_agent, since, last_seen_at, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(session.publicId())
                .param(sha256)
                .param(session.accountId())
                .param(session.role().name())
                .param(session.organizationId())
                .param(session.address())
                .param(session.userAgent())
                .param(at(session.since()))
                .param(at(session.lastSeenAt()))
                .param(at(session.endsAt()))
                .update();
    }

    @Override
    public Optional<KeptSession> find(String publicId) {
        return jdbc.sql("select * from open_sessions where public_id = ?")
                .param(publicId)
                .query((row, _) -> kept(row))
                .optional();
    }

    @Override
    public Optional<KeptSession> find(byte[] sha256) {
        return jdbc.sql("select * from open_sessions where session_sha256 = ?")
                .param(sha256)
                .query((row, _) -> kept(row))
                .optional();
    }

    @Override
    public void renamed(String publicId, byte[] sha256) {
        jdbc.sql("update open_sessions set session_sha256 = ? where public_id = ?")
                .param(sha256)
                .param(publicId)
                .update();
    }

    @Override
    public void acts(String publicId, Role role, String organizationId, Instant endsAt) {
        jdbc.sql("update open_sessions set role = ?, organization_id = ?, ends_at = ? where public_id = ?")
                .param(role.name())
                .param(organizationId)
                .param(at(endsAt))
                .param(publicId)
                .update();
    }

    @Override
    public void seen(String publicId, Instant now, @Nullable String address) {
        jdbc.sql("update open_sessions set last_seen_at = ?, address = ? where public_id = ?")
                .param(at(now))
                .param(address)
                .param(publicId)
                .update();
    }

    @Override
    public boolean remove(String publicId) {
        return jdbc.sql("delete from open_sessions where public_id = ?")
                        .param(publicId)
                        .update()
                == 1;
    }

    @Override
    public int removeOthers(long accountId, @Nullable String publicId) {
        return jdbc.sql("delete from open_sessions where account_id = ? and public_id is distinct from ?::text")
                .param(accountId)
                .param(publicId)
                .update();
    }

    @Override
    public void removeEnded(Instant endedBefore, Instant unusedSince) {
        jdbc.sql("delete from open_sessions where ends_at < ? or last_seen_at < ?")
                .param(at(endedBefore))
                .param(at(unusedSince))
                .update();
    }

    @Override
    public List<OpenSession> of(long accountId) {
        return jdbc.sql(OPEN
                        + "s.account_id = ? and s.ends_at > now() order by s.last_seen_at desc, s.since desc limit 200")
                .param(accountId)
                .query((row, _) -> open(row))
                .list();
    }

    @Override
    public List<OpenSession> within(Scope scope, int limit) {
        return jdbc.sql(OPEN + scope.contains("s.organization_id")
                        + " and s.ends_at > now() order by s.last_seen_at desc, s.since desc limit :limit")
                .param("scope", scope.parameter())
                .param("limit", limit)
                .query((row, _) -> open(row))
                .list();
    }

    private static KeptSession kept(ResultSet row) throws SQLException {
        return new KeptSession(
                row.getString("public_id"),
                row.getLong("account_id"),
                Role.valueOf(row.getString("role")),
                row.getString("organization_id"),
                row.getString("address"),
                row.getString("user_agent"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }

    private static OpenSession open(ResultSet row) throws SQLException {
        return new OpenSession(
                row.getString("public_id"),
                row.getLong("account_id"),
                row.getString("name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("organization_id"),
                row.getString("address"),
                row.getString("user_agent"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("last_seen_at").toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
