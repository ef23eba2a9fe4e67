package vn.chieng.api.systems.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.systems.Delegation;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.vietnamese.SearchText;

/** Between rows and records. */
@Component
final class SystemRows {
    private static final TypeReference<java.util.Map<String, Boolean>> SCOPING = new TypeReference<>() {};
    private static final TypeReference<java.util.Map<String, Object>> INPUTS = new TypeReference<>() {};
    private static final TypeReference<java.util.Map<String, SystemAnswers.Count>> COUNTS = new TypeReference<>() {};

    private final JsonMapper json;

    SystemRows(JsonMapper json) {
        this.json = json;
    }

    RegisteredSystem system(ResultSet row, int number) throws SQLException {
        return new RegisteredSystem(
                row.getObject("id", UUID.class),
                row.getString("code"),
                card(row),
                SystemStatus.of(row.getString("status")).orElseThrow(),
                row.getObject("status_since", LocalDate.class),
                new SystemAnswers(
                        json.readValue(row.getString("scoping"), SCOPING),
                        json.readValue(row.getString("answers"), INPUTS),
                        json.readValue(row.getString("counts"), COUNTS)),
                determination(row, number),
                row.getInt("version"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private SystemCard card(ResultSet row) throws SQLException {
        String delegate = row.getString("delegate_id");
        return new SystemCard(
                row.getString("name"),
                row.getString("purpose"),
                row.getString("beneficiaries"),
                row.getString("operator_id"),
                row.getString("owner_id"),
                delegate == null
                        ? null
                        : new Delegation(
                                delegate,
                                Objects.requireNonNull(row.getObject("delegate_until", LocalDate.class)),
                                row.getString("delegation_paper")),
                new Hosting(
                        Hosting.Kind.of(row.getString("hosting")).orElseThrow(),
                        row.getString("hosting_place"),
                        row.getBoolean("hired_service"),
                        json.readValue(row.getString("contract"), Hosting.Contract.class)),
                row.getObject("project_start", LocalDate.class));
    }

    @Nullable
    Determination determination(ResultSet row, int number) throws SQLException {
        String text = row.getString("determination");
        return text == null ? null : json.readValue(text, Determination.class);
    }

    /** A row of those that were made: the column is never empty. */
    Determination made(ResultSet row, int number) throws SQLException {
        return json.readValue(row.getString("determination"), Determination.class);
    }

    String text(Object value) {
        return json.writeValueAsString(value);
    }

    @Nullable
    String textOrNull(@Nullable Object value) {
        return value == null ? null : text(value);
    }

    /** What a list searches in. */
    static String searchText(RegisteredSystem system) {
        return SearchText.kept(Stream.of(
                        system.code(),
                        system.name(),
                        system.card().purpose(),
                        system.card().beneficiaries())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
