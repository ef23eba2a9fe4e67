package vn.chieng.api.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Where the tile of each commune stands: a grid of official codes, north up, the coast on the right. */
@Component
final class TileLayout {
    private static final String EMPTY = ".";
    private final List<Place> places;

    /** A code and its place, counted from 0. */
    record Place(String code, int row, int column) {}

    TileLayout() {
        places = read();
    }

    private static List<Place> read() {
        List<Place> places = new ArrayList<>();
        try {
            List<String> rows = new ClassPathResource("coverage/tiles.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int row = 0; row < rows.size(); row++) {
                String[] codes = rows.get(row).strip().split(" +", -1);
                for (int column = 0; column < codes.length; column++) {
                    if (!codes[column].equals(EMPTY)) {
                        places.add(new Place(codes[column], row, column));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(places);
    }

    List<Place> places() {
        return places;
    }

    /** The place of each code. */
    Map<String, Place> byCode() {
        return places.stream().collect(java.util.stream.Collectors.toMap(Place::code, place -> place));
    }
}
