package vn.chieng.api.indicators.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.vietnamese.SearchText;
import vn.chieng.event.Indicator;

/** Many indicators as one array for each column, so that one statement takes them all. */
record IndicatorArrays(List<Indicator> indicators) {
    IndicatorArrays {
        indicators = List.copyOf(indicators);
    }

    static IndicatorArrays of(List<Indicator> indicators) {
        return new IndicatorArrays(indicators);
    }

    /** Writes them in place of what was known of them before. */
    void write(JdbcClient jdbc, String by, Instant now) {
        bind(jdbc.sql("""
                        insert into indicators (type, value, source, confidence, level, valid_until, description,
                            changed_at, changed_by, search_text)
                        select g.type, g.value, g.source, g.confidence, g.level, g.valid_until, g.description,
                            :now, :by, g.search_text
                        from unnest(cast(:types as text[]), cast(:values as text[]), cast(:sources as text[]),
                            cast(:confidences as int[]), cast(:levels as text[]), cast(:ends as timestamptz[]),
                            cast(:descriptions as text[]), cast(:texts as text[]))
                            as g (type, value, source, confidence, level, valid_until, description, search_text)
                        on conflict (type, value) do update set source = excluded.source, confidence = excluded.confidence,
                            level = excluded.level, valid_until = excluded.valid_until, description = excluded.description,
                            expired_at = null, withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null,
                            version = indicators.version + 1, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by, search_text = excluded.search_text"""))
                .param("now", PostgresIndicators.at(now))
                .param("by", by)
                .param(
                        "texts",
                        indicators.stream()
                                .map(each -> SearchText.kept(
                                        each.value() + "\n" + each.source() + "\n" + each.description()))
                                .toArray(String[]::new))
                .update();
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement
                .param("types", texts(each -> each.type().code()))
                .param("values", texts(Indicator::value))
                .param("sources", texts(each -> clean(each.source())))
                .param(
                        "confidences",
                        indicators.stream().map(Indicator::confidence).toArray(Integer[]::new))
                .param("levels", texts(each -> each.level().code()))
                .param(
                        "ends",
                        texts(each -> each.validUntil() == null
                                ? null
                                : each.validUntil().toString()))
                .param("descriptions", texts(each -> clean(each.description())));
    }

    private @Nullable String[] texts(Function<Indicator, @Nullable String> column) {
        return indicators.stream().map(column).toArray(String[]::new);
    }

    /** PostgreSQL has no zero character. */
    static String clean(String text) {
        return text.replace("\0", "");
    }
}
