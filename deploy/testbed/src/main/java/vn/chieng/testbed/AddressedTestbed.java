package vn.chieng.testbed;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A testbed of servers that run already. */
record AddressedTestbed(Addresses addresses) implements Testbed {

    @Override
    public String kafka() {
        return addresses.kafka();
    }

    @Override
    public URI opensearch() {
        return addresses.opensearch();
    }

    @Override
    public Database database() {
        Database server = addresses.postgresql();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database can be made on " + server, e);
        }
        return new Database(withName(server.url(), name), server.user(), server.password());
    }

    private static String withName(String url, String name) {
        int slash = url.indexOf('/', url.indexOf("//") + 2);
        int query = url.indexOf('?');
        return url.substring(0, slash + 1) + name + (query < 0 ? "" : url.substring(query));
    }
}
