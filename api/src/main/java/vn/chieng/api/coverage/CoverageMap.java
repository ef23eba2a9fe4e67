package vn.chieng.api.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.OrganizationRegister;

/** Places bodies on the tile map by their official codes; tiles outside the scope stay blank and lead nowhere. */
@Component
public final class CoverageMap {
    static final int TILE_WIDTH = 92;
    static final int TILE_HEIGHT = 62;
    private static final int COLUMNS = 14;
    private static final int ROWS = 13;
    /** Width of the whole map. */
    public static final int WIDTH = COLUMNS * TILE_WIDTH;

    /** Height of the whole map. */
    public static final int HEIGHT = ROWS * TILE_HEIGHT;

    private static final int LINE = 14;

    private final TileLayout layout;
    private final OrganizationRegister register;

    CoverageMap(TileLayout layout, OrganizationRegister register) {
        this.layout = layout;
        this.register = register;
    }

    /** A tile as it is drawn; without id it is only a place. */
    public record Tile(
            int x,
            int y,
            @Nullable String id,
            String first,
            String second,
            String name,
            int shade,
            @Nullable String number) {}

    /** The tiles from the upper left to the lower right. */
    public List<Tile> tiles(List<BodyCoverage> bodies, Scope scope, Measure measure, Locale locale) {
        Map<String, BodyCoverage> byId = new HashMap<>();
        bodies.forEach(body -> byId.put(body.organization().id(), body));
        Map<String, BodyCoverage> byCode = new HashMap<>();
        register.entries(scope).forEach(entry -> {
            BodyCoverage body = byId.get(entry.id());
            if (body != null) {
                entry.codes().forEach(code -> byCode.putIfAbsent(code.value(), body));
            }
        });
        List<Tile> tiles = new ArrayList<>();
        for (TileLayout.Place place : layout.places()) {
            tiles.add(tile(place, byCode.get(place.code()), measure, locale));
        }
        tiles.sort(Comparator.comparingInt(Tile::y).thenComparingInt(Tile::x));
        return tiles;
    }

    private static Tile tile(TileLayout.Place place, @Nullable BodyCoverage body, Measure measure, Locale locale) {
        int x = place.column() * TILE_WIDTH;
        int y = place.row() * TILE_HEIGHT;
        if (body == null) {
            return new Tile(x, y, null, "", "", "", 0, null);
        }
        String name = body.organization().name(locale);
        String shortened =
                name.replaceFirst("^(Ủy ban nhân dân |UBND )?([Xx]ã|[Pp]hường) |^People.s Committee of (the )?", "");
        int cut = shortened.length() <= LINE ? shortened.length() : shortened.lastIndexOf(' ', LINE);
        int end = cut <= 0 ? Math.min(LINE, shortened.length()) : cut;
        String rest = shortened.substring(end).strip();
        return new Tile(
                x,
                y,
                body.organization().id(),
                shortened.substring(0, end),
                rest.length() > LINE ? rest.substring(0, LINE - 1) + "…" : rest,
                name,
                measure.shade(body),
                measure.number(body));
    }
}
