package vn.chieng.api.incidents.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.queue.IncidentQuery;
import vn.chieng.api.incidents.queue.IncidentQueue;
import vn.chieng.api.process.ManyIncidents;
import vn.chieng.api.query.Query;

/** What the scope term costs on a list of 100,000 incidents of 160 organisations; the figures are printed, the bound allows for a busy machine. */
@Tag("volume")
class ScopeCostIT {
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 60;
    /** Above the median of the whole list; medians of a busy machine were seen to differ by a tenth, its 95th percentiles by half and more. */
    private static final double MOST_MILLIS_MORE = 15;

    private static final IncidentQuery FIRST_PAGE = new IncidentQuery(
            IncidentState.OPEN,
            Set.of(),
            null,
            Query.EVERYTHING,
            null,
            null,
            0,
            IncidentQuery.Sort.LAST_SEEN,
            50,
            null);

    @Test
    void aScopedListCostsFewMillisecondsMoreThanTheWholeOne() {
        Map<String, Scope> scopes = new LinkedHashMap<>();
        scopes.put("everything", new Scope.Everything());
        for (int count : new int[] {ManyIncidents.ORGANIZATIONS, 20, 3, 1}) {
            scopes.put(count + " organisations", ids(count));
        }
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        try (HikariDataSource database = ManyIncidents.pool(ManyIncidents.database())) {
            JdbcClient jdbc = JdbcClient.create(database);
            var queue = new PostgresQueue(jdbc, null, new OpenTally(jdbc));
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (Map.Entry<String, Scope> scope : scopes.entrySet()) {
                    long start = System.nanoTime();
                    page(queue, scope.getValue());
                    if (round >= WARM_UP) {
                        nanos.computeIfAbsent(scope.getKey(), _ -> new ArrayList<>())
                                .add(System.nanoTime() - start);
                    }
                }
            }
        }
        double median = percentile(nanos.get("everything"), 50);
        double p95 = percentile(nanos.get("everything"), 95);
        nanos.forEach((name, values) -> System.out.printf(
                "scope cost: %-18s p50 %.2f ms (ratio %.2f), p95 %.2f ms (ratio %.2f)%n",
                name,
                percentile(values, 50),
                percentile(values, 50) / median,
                percentile(values, 95),
                percentile(values, 95) / p95));
        assertThat(nanos)
                .allSatisfy((name, values) ->
                        assertThat(percentile(values, 50)).as(name).isLessThan(median + MOST_MILLIS_MORE));
    }

    /** What the queue page asks: fifty rows, how many there are, the counts above them. */
    private static void page(IncidentQueue queue, Scope scope) {
        assertThat(queue.open(FIRST_PAGE, new Reader(scope, true)).page().items())
                .hasSize(50);
    }

    private static Scope ids(int count) {
        return new Scope.Organizations(
                IntStream.range(0, count).mapToObj(i -> "org-" + i).collect(Collectors.toSet()));
    }

    static double percentile(List<Long> values, int percent) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
