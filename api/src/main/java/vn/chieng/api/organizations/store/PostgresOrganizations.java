package vn.chieng.api.organizations.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationKind;
import vn.chieng.api.organizations.OrganizationStore;

@Component
final class PostgresOrganizations implements OrganizationStore, InitializingBean {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    PostgresOrganizations(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void afterPropertiesSet() {
        seed();
        writeSearchTexts();
    }

    /** A migration that changes what is searched empties the column. */
    private void writeSearchTexts() {
        List<Organization> emptied = jdbc.sql("select * from organizations where search_text = ''")
                .query(Rows::organization)
                .list();
        for (Organization organization : emptied) {
            jdbc.sql("update organizations set search_text = ? where id = ? and search_text = ''")
                    .param(Rows.searchText(organization.name(), organization.nameEn()))
                    .param(organization.id())
                    .update();
        }
    }

    @Override
    public List<Organization> all() {
        return jdbc.sql("select * from organizations").query(Rows::organization).list();
    }

    @Override
    public long version() {
        return jdbc.sql("select version from organization_changes")
                .query(Long.class)
                .single();
    }

    @Override
    public void seed() {
        transactions.executeWithoutResult(_ -> {
            // one instance at a time
            jdbc.sql("select version from organization_changes for update")
                    .query(Long.class)
                    .single();
            boolean empty = jdbc.sql("select not exists (select from organizations)")
                    .query(Boolean.class)
                    .single();
            if (empty) {
                List<String[]> rows = seedRows();
                rows.forEach(this::insert);
                rows.forEach(this::insertLinks);
                jdbc.sql("update organization_changes set version = version + 1")
                        .update();
            }
        });
    }

    private static List<String[]> seedRows() {
        try (var reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("organizations/seed.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(";", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(String[] row) {
        jdbc.sql("""
                        insert into organizations (id, parent_id, kind, name, name_en, outside, valid_from, valid_to,
                            note, search_text)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(row[0])
                .param(orNull(row[1]))
                .param(row[2])
                .param(row[3])
                .param(orNull(row[4]))
                .param(row[2].equals(OrganizationKind.MILITARY.code()))
                .param(day(row[6]))
                .param(day(row[7]))
                .param(orNull(row[9]))
                .param(Rows.searchText(row[3], orNull(row[4])))
                .update();
    }

    private void insertLinks(String[] row) {
        for (String code : parts(row[5])) {
            String[] pair = code.split("=", 2);
            jdbc.sql("""
                            insert into organization_codes (organization_id, scheme, value, valid_from, valid_to)
                            values (?, ?, ?, ?, ?)""")
                    .param(row[0])
                    .param(pair[0])
                    .param(pair[1])
                    .param(day(row[6]))
                    .param(day(row[7]))
                    .update();
        }
        for (String predecessor : parts(row[8])) {
            jdbc.sql("insert into organization_predecessors (organization_id, predecessor_id) values (?, ?)")
                    .param(row[0])
                    .param(predecessor)
                    .update();
        }
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell, DAY);
    }
}
