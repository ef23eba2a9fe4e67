package vn.chieng.api.dossiers;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;

/** The fields by which dossiers can be asked for: {@code docs/formats/query.md}. */
public final class DossierListFields {
    /** Every state in which something is still to be done. */
    public static final String OPEN = "open";
    /** The end of the time limit that ends first of those that run. */
    public static final String DUE = "due";
    /** A running time limit has passed. */
    public static final String LATE = "late";

    /** All of them, with what people may call them instead. */
    public static final QueryFields ALL = new QueryFields(
            List.of(
                    QueryField.of("number", Kind.KEYWORD),
                    QueryField.of("system", Kind.KEYWORD),
                    QueryField.choice(
                            "state",
                            Stream.concat(
                                            Stream.of(OPEN),
                                            Stream.of(DossierState.values()).map(DossierState::code))
                                    .toList()),
                    QueryField.of("level", Kind.NUMBER),
                    QueryField.of("edition", Kind.NUMBER),
                    QueryField.of("organization", Kind.KEYWORD),
                    QueryField.of("operator", Kind.KEYWORD),
                    QueryField.of("pack", Kind.KEYWORD),
                    QueryField.of("label", Kind.KEYWORD),
                    QueryField.of(DUE, Kind.TIME),
                    QueryField.flag(LATE),
                    QueryField.flag("mine"),
                    QueryField.of("approved", Kind.TIME),
                    QueryField.of("seal", Kind.KEYWORD),
                    QueryField.of("created", Kind.TIME),
                    QueryField.of("changed", Kind.TIME)),
            Map.ofEntries(
                    Map.entry("status", "state"),
                    Map.entry("organisation", "organization"),
                    Map.entry("unit", "organization"),
                    Map.entry("organization.id", "organization"),
                    Map.entry("overdue", LATE),
                    Map.entry("so", "number"),
                    Map.entry("hethong", "system"),
                    Map.entry("trangthai", "state"),
                    Map.entry("capdo", "level"),
                    Map.entry("phienban", "edition"),
                    Map.entry("donvi", "organization"),
                    Map.entry("vanhanh", "operator"),
                    Map.entry("han", DUE),
                    Map.entry("quahan", LATE),
                    Map.entry("cuatoi", "mine"),
                    Map.entry("pheduyet", "approved"),
                    Map.entry("tao", "created"),
                    Map.entry("sua", "changed")));

    private DossierListFields() {}
}
