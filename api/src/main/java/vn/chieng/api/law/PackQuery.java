package vn.chieng.api.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.query.MemoryTranslation;
import vn.chieng.api.query.Moments;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.LawStatus;
import vn.chieng.law.pack.Mark;

/** The fields by which rules of a pack can be asked for: {@code docs/formats/query.md}. */
final class PackQuery {
    static final QueryFields FIELDS = new QueryFields(
            List.of(
                    QueryField.of("id", Kind.KEYWORD),
                    QueryField.of("text", Kind.KEYWORD),
                    QueryField.of("citation", Kind.KEYWORD),
                    QueryField.of("section", Kind.KEYWORD),
                    QueryField.choice("status", codes(LawStatus.values())),
                    QueryField.choice("reliance", codes(Basis.Reliance.values())),
                    QueryField.choice("mark", codes(Mark.values())),
                    QueryField.flag("verified"),
                    QueryField.of("from", Kind.TIME),
                    QueryField.of("to", Kind.TIME)),
            Map.of(
                    "rule", "id",
                    "ma", "id",
                    "noidung", "text",
                    "cancu", "citation",
                    "muc", "section",
                    "trangthai", "status",
                    "tincay", "reliance",
                    "dachieu", "verified",
                    "tu", "from",
                    "den", "to"));

    private static final MemoryTranslation<RuleView> RULES = new MemoryTranslation<>(
            Map.of(
                    "id", MemoryTranslation.text(RuleView::id),
                    "text", MemoryTranslation.prose(RuleView::written),
                    "citation", MemoryTranslation.prose(RuleView::citations),
                    "section", MemoryTranslation.text(RuleView::section),
                    "status", MemoryTranslation.text(each -> code(each.basis().status())),
                    "reliance", MemoryTranslation.text(each -> code(each.basis().reliance())),
                    "mark", MemoryTranslation.text(each -> code(each.basis().mark())),
                    "verified", MemoryTranslation.flag(each -> each.basis().verified() != null),
                    "from", MemoryTranslation.time(each -> begins(each.basis().from())),
                    "to", MemoryTranslation.time(each -> begins(each.basis().to()))),
            each -> each.written() + " " + each.citations());

    private PackQuery() {}

    /** Whether the query finds a rule. */
    static Predicate<RuleView> of(Query asked) {
        return RULES.of(asked);
    }

    private static @Nullable Instant begins(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().toInstant(Moments.VIETNAM);
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values).map(PackQuery::code).toList();
    }

    /** As it is typed: in lower case with hyphens. */
    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
