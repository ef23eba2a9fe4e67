package vn.chieng.api.systems;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;

/** The fields by which systems can be asked for: {@code docs/formats/query.md}. */
public final class SystemListFields {
    /** The phase of the dossier, which others keep. */
    public static final String DOSSIER = "dossier";

    /** All of them, with what people may call them instead. */
    public static final QueryFields ALL = new QueryFields(
            List.of(
                    QueryField.of("code", Kind.KEYWORD),
                    QueryField.of("name", Kind.KEYWORD),
                    QueryField.of("purpose", Kind.KEYWORD),
                    QueryField.of("organization", Kind.KEYWORD),
                    QueryField.of("operator", Kind.KEYWORD),
                    QueryField.of("owner", Kind.KEYWORD),
                    QueryField.of("level", Kind.NUMBER),
                    QueryField.choice(
                            "status",
                            Arrays.stream(SystemStatus.values())
                                    .map(SystemStatus::code)
                                    .toList()),
                    QueryField.choice(
                            DOSSIER,
                            Arrays.stream(ApprovalState.Phase.values())
                                    .map(ApprovalState.Phase::code)
                                    .toList()),
                    QueryField.choice(
                            "hosting",
                            Arrays.stream(Hosting.Kind.values())
                                    .map(Hosting.Kind::code)
                                    .toList()),
                    QueryField.of("place", Kind.KEYWORD),
                    QueryField.of("provider", Kind.KEYWORD),
                    QueryField.flag("hired"),
                    QueryField.flag("attention"),
                    QueryField.of("ip", Kind.ADDRESS),
                    QueryField.of("host", Kind.KEYWORD),
                    QueryField.of("project", Kind.TIME),
                    QueryField.of("since", Kind.TIME),
                    QueryField.of("created", Kind.TIME),
                    QueryField.of("changed", Kind.TIME)),
            Map.ofEntries(
                    Map.entry("state", "status"),
                    Map.entry("organisation", "organization"),
                    Map.entry("unit", "organization"),
                    Map.entry("organization.id", "organization"),
                    Map.entry("host.name", "host"),
                    Map.entry("ma", "code"),
                    Map.entry("ten", "name"),
                    Map.entry("mucdich", "purpose"),
                    Map.entry("donvi", "organization"),
                    Map.entry("vanhanh", "operator"),
                    Map.entry("chuquan", "owner"),
                    Map.entry("capdo", "level"),
                    Map.entry("trangthai", "status"),
                    Map.entry("hoso", DOSSIER),
                    Map.entry("noidat", "hosting"),
                    Map.entry("nhacungcap", "provider"),
                    Map.entry("thue", "hired"),
                    Map.entry("chuy", "attention"),
                    Map.entry("may", "host"),
                    Map.entry("duan", "project"),
                    Map.entry("tao", "created"),
                    Map.entry("sua", "changed")));

    private SystemListFields() {}
}
