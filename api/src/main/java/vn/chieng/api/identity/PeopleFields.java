package vn.chieng.api.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.chieng.api.access.Role;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;

/** The fields by which people can be asked for: {@code docs/formats/query.md}. */
public final class PeopleFields {
    /** All of them, with what people may call them instead. */
    public static final QueryFields ALL = new QueryFields(
            List.of(
                    QueryField.of("name", Kind.KEYWORD),
                    QueryField.of("account", Kind.KEYWORD),
                    QueryField.choice(
                            "role",
                            Arrays.stream(Role.values()).map(PeopleFields::code).toList()),
                    QueryField.of("organization", Kind.KEYWORD),
                    QueryField.choice(
                            "state",
                            Arrays.stream(PersonState.values())
                                    .map(PersonState::code)
                                    .toList()),
                    QueryField.choice(
                            "kind",
                            Arrays.stream(AccountKind.values())
                                    .map(AccountKind::code)
                                    .toList()),
                    QueryField.of("mail", Kind.KEYWORD),
                    QueryField.of("phone", Kind.KEYWORD),
                    QueryField.flag("break-glass"),
                    QueryField.of("signed-in", Kind.TIME),
                    QueryField.of("created", Kind.TIME)),
            Map.ofEntries(
                    Map.entry("user", "account"),
                    Map.entry("user.name", "account"),
                    Map.entry("status", "state"),
                    Map.entry("organisation", "organization"),
                    Map.entry("unit", "organization"),
                    Map.entry("ten", "name"),
                    Map.entry("taikhoan", "account"),
                    Map.entry("vaitro", "role"),
                    Map.entry("donvi", "organization"),
                    Map.entry("trangthai", "state"),
                    Map.entry("loai", "kind"),
                    Map.entry("thu", "mail"),
                    Map.entry("dienthoai", "phone"),
                    Map.entry("dangnhap", "signed-in"),
                    Map.entry("tao", "created")));

    private PeopleFields() {}

    /** As it is typed: in lower case with hyphens. */
    private static String code(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
