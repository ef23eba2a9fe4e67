package vn.chieng.api.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A body as a row of the file; a cell of which nothing is known is empty. */
final class CoverageColumns {
    static final List<String> ALL = Stream.concat(
                    Stream.of(
                            "organization",
                            "name",
                            "systems",
                            "determined",
                            "operating",
                            "approved",
                            "operating_without_approval",
                            "open_tasks",
                            "sources",
                            "sources_live"),
                    Arrays.stream(FactKind.values()).flatMap(kind -> Stream.of(kind.code(), kind.code() + "_as_of")))
            .toList();

    private CoverageColumns() {}

    static List<@Nullable Object> row(BodyCoverage body) {
        SourceActivity.Activity activity = body.sources();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.<@Nullable Object>asList(
                body.organization().id(),
                body.organization().name(),
                body.systems(),
                body.determined(),
                body.operating(),
                body.approved(),
                body.red(),
                body.tasks(),
                activity == null ? null : activity.sources(),
                activity == null ? null : activity.live()));
        for (FactKind kind : FactKind.values()) {
            CoverageFact fact = body.facts().get(kind);
            cells.add(fact == null ? null : fact.state());
            cells.add(fact == null ? null : fact.asOf());
        }
        return cells;
    }
}
