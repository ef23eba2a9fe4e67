package vn.chieng.api.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;
import vn.chieng.event.Level;

/** The fields by which rules can be asked for: {@code docs/formats/query.md}. */
public final class RuleListFields {
    /** All of them, with what people may call them instead. */
    public static final QueryFields ALL = new QueryFields(
            List.of(
                    QueryField.of("title", Kind.KEYWORD),
                    QueryField.of("id", Kind.KEYWORD),
                    QueryField.of("author", Kind.KEYWORD),
                    QueryField.ranked("level", levels()),
                    QueryField.ranked("own-level", levels()),
                    QueryField.of("status", Kind.KEYWORD),
                    QueryField.flag("enabled"),
                    QueryField.flag("effective"),
                    QueryField.flag("seen"),
                    QueryField.flag("tuned"),
                    QueryField.of("product", Kind.KEYWORD),
                    QueryField.of("category", Kind.KEYWORD),
                    QueryField.of("service", Kind.KEYWORD),
                    QueryField.choice(
                            "kind",
                            Arrays.stream(RuleKind.values()).map(RuleKind::code).toList()),
                    QueryField.of("origin", Kind.KEYWORD),
                    QueryField.of("technique", Kind.KEYWORD),
                    QueryField.of("tag", Kind.KEYWORD),
                    QueryField.of("missing", Kind.KEYWORD),
                    QueryField.of("exceptions", Kind.NUMBER),
                    QueryField.of("version", Kind.NUMBER),
                    QueryField.of("matches", Kind.NUMBER),
                    QueryField.of("failures", Kind.NUMBER),
                    QueryField.of("last-match", Kind.TIME),
                    QueryField.of("changed", Kind.TIME)),
            Map.ofEntries(
                    Map.entry("rule", "title"),
                    Map.entry("rule.id", "id"),
                    Map.entry("source", "kind"),
                    Map.entry("attack", "technique"),
                    Map.entry("threat.technique.id", "technique"),
                    Map.entry("filters", "exceptions"),
                    Map.entry("ten", "title"),
                    Map.entry("tacgia", "author"),
                    Map.entry("mucdo", "level"),
                    Map.entry("mucgoc", "own-level"),
                    Map.entry("trangthai", "status"),
                    Map.entry("bat", "enabled"),
                    Map.entry("hieuluc", "effective"),
                    Map.entry("dathay", "seen"),
                    Map.entry("tinhchinh", "tuned"),
                    Map.entry("sanpham", "product"),
                    Map.entry("loai", "category"),
                    Map.entry("dichvu", "service"),
                    Map.entry("nguon", "kind"),
                    Map.entry("kythuat", "technique"),
                    Map.entry("nhan", "tag"),
                    Map.entry("thieu", "missing"),
                    Map.entry("ngoaile", "exceptions"),
                    Map.entry("khop", "matches"),
                    Map.entry("loi", "failures"),
                    Map.entry("sua", "changed")));

    private RuleListFields() {}

    /** The weakest first, as they are kept. */
    private static List<String> levels() {
        return Arrays.stream(Level.values()).map(Level::code).toList();
    }
}
