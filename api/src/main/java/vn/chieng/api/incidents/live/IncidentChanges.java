package vn.chieng.api.incidents.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.kafka.OwnThread;

/**
 * Listens to PostgreSQL's notifications, which every instance of this process gets for every committed change. After a
 * lost connection nobody knows what was missed, so every page is told to start over.
 */
@Component
final class IncidentChanges implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentChanges.class);
    private static final int WAIT_MILLIS = 1_000;
    private static final int MOST_AT_ONCE = 500;
    private static final int QUIET_ROUNDS_BEFORE_CHECK = 15;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final IncidentStore store;
    private final LiveFeed feed;
    private final OwnThread thread = new OwnThread("incident-changes");

    IncidentChanges(DataSource database, IncidentStore store, LiveFeed feed) {
        this.database = database;
        this.store = store;
        this.feed = feed;
    }

    @Override
    public void start() {
        thread.start(this::run);
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    private void run() {
        while (thread.isRunning()) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | DataAccessException e) {
                if (thread.isRunning()) {
                    LOG.atWarn()
                            .addKeyValue("error.message", String.valueOf(e.getMessage()))
                            .log("changes are not heard; trying again");
                    sleep();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen chieng_incidents");
            feed.resync();
            PGConnection notifications = connection.unwrap(PGConnection.class);
            int quiet = 0;
            while (thread.isRunning()) {
                PGNotification[] heard = notifications.getNotifications(WAIT_MILLIS);
                if (heard != null && heard.length > 0) {
                    quiet = 0;
                    publish(heard);
                } else if (++quiet % QUIET_ROUNDS_BEFORE_CHECK == 0) {
                    statement.execute("select 1"); // notices a connection that died without a word
                }
            }
            statement.execute("unlisten *");
        }
    }

    private void publish(PGNotification[] heard) {
        Set<Long> changed = new LinkedHashSet<>();
        Set<Long> created = new HashSet<>();
        Set<Long> present = new HashSet<>();
        for (PGNotification notification : heard) {
            String[] parts = notification.getParameter().split(":", 2);
            long id = Long.parseLong(parts[1]);
            if (parts[0].equals("present")) {
                present.add(id);
                continue;
            }
            changed.add(id);
            if (parts[0].equals("new")) {
                created.add(id);
            }
        }
        present.forEach(feed::publishPresence);
        if (changed.size() > MOST_AT_ONCE) {
            feed.resync();
        } else if (feed.hasReaders()) {
            feed.publish(store.findAll(changed), created);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
