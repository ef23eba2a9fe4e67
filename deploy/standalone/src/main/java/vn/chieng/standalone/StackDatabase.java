package vn.chieng.standalone;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.chieng.testbed.Database;

/** The product's own database beside the maintenance one. */
final class StackDatabase {

    private static final String NAME = "chieng";

    private StackDatabase() {}

    /** Makes it when it is not there yet. */
    static Database prepare(Database maintenance) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(maintenance.url(), maintenance.user(), maintenance.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new IOException("the database " + NAME + " cannot be made: " + e.getMessage(), e);
        }
        String url = maintenance.url().substring(0, maintenance.url().lastIndexOf('/') + 1) + NAME;
        return new Database(url, maintenance.user(), maintenance.password());
    }
}
