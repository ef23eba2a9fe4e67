package vn.chieng.api.organizations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;

/** The fields by which organisations can be asked for: {@code docs/formats/query.md}. */
public final class OrganizationFields {
    /** All of them, with what people may call them instead. */
    public static final QueryFields ALL = new QueryFields(
            List.of(
                    QueryField.of("name", Kind.KEYWORD),
                    QueryField.of("id", Kind.KEYWORD),
                    QueryField.of("code", Kind.KEYWORD),
                    QueryField.choice(
                            "kind",
                            Arrays.stream(OrganizationKind.values())
                                    .map(OrganizationKind::code)
                                    .toList()),
                    QueryField.of("organization", Kind.KEYWORD),
                    QueryField.of("parent", Kind.KEYWORD),
                    QueryField.of("contacts", Kind.NUMBER),
                    QueryField.of("overdue", Kind.NUMBER),
                    QueryField.flag("outside"),
                    QueryField.of("note", Kind.KEYWORD),
                    QueryField.of("from", Kind.TIME),
                    QueryField.of("to", Kind.TIME)),
            Map.ofEntries(
                    Map.entry("organisation", "organization"),
                    Map.entry("organization.id", "id"),
                    Map.entry("ten", "name"),
                    Map.entry("ma", "code"),
                    Map.entry("loai", "kind"),
                    Map.entry("donvi", "organization"),
                    Map.entry("captren", "parent"),
                    Map.entry("daumoi", "contacts"),
                    Map.entry("quahan", "overdue"),
                    Map.entry("ngoai", "outside"),
                    Map.entry("ghichu", "note"),
                    Map.entry("tu", "from"),
                    Map.entry("den", "to")));

    private OrganizationFields() {}
}
