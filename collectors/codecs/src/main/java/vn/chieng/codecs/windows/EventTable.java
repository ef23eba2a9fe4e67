package vn.chieng.codecs.windows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** What each event means and where its data go in ECS, read from {@code events.table}, which explains its own form. */
final class EventTable {
    private static final String RESOURCE = "events.table";
    private static final String AUDIT = "audit";
    private static final String NONE = "-";
    /** Bit of the keywords that marks an audit failure; NXLog writes them as a signed decimal. */
    private static final String AUDIT_FAILURE_HEX = "0x8010";

    private static final String AUDIT_FAILURE_DECIMAL = "-9218868437227405312";

    /** One line that moves a value: the ECS field, the name in the event's data, and how it is written down. */
    private record Move(String field, String source, Conversion conversion) {}

    /** One event. */
    private record Row(
            @Nullable String action,
            List<String> categories,
            List<String> types,
            @Nullable String outcome,
            List<Move> moves) {}

    private final Map<String, Row> rows;

    private EventTable(Map<String, Row> rows) {
        this.rows = Map.copyOf(rows);
    }

    static EventTable load() {
        InputStream resource = Objects.requireNonNull(EventTable.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new Loader().read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what the table knows; what the sender said itself stays. */
    void describe(EventDraft draft, WindowsRecord event) {
        Row row = rows.get(event.log() + " " + event.eventId());
        if (row == null) {
            draft.putIfAbsent(Ecs.EVENT_OUTCOME, event.log().equals("security") ? audited(event) : null);
            return;
        }
        draft.putIfAbsent(Ecs.EVENT_ACTION, row.action());
        draft.putIfAbsent(Ecs.EVENT_CATEGORY, row.categories().isEmpty() ? null : row.categories());
        draft.putIfAbsent(Ecs.EVENT_TYPE, row.types().isEmpty() ? null : row.types());
        draft.putIfAbsent(Ecs.EVENT_OUTCOME, AUDIT.equals(row.outcome()) ? audited(event) : row.outcome());
        for (Move move : row.moves()) {
            String value = Values.meaningful(event.eventData().get(move.source()));
            if (value != null) {
                move.conversion().apply(draft, move.field(), value);
            }
        }
    }

    private static String audited(WindowsRecord event) {
        String keywords = Objects.toString(event.rest().get("keywords"), "").toLowerCase(Locale.ROOT);
        boolean failed = keywords.contains(AUDIT_FAILURE_HEX)
                || keywords.contains(AUDIT_FAILURE_DECIMAL)
                || keywords.contains("audit failure");
        return failed ? "failure" : "success";
    }

    /** Reads the table's two kinds of blocks: named sets of moves, and events that use them. */
    private static final class Loader {
        private final Map<String, Row> rows = new HashMap<>();
        private final Map<String, List<Move>> sets = new HashMap<>();
        private List<Move> current = new ArrayList<>();

        EventTable read(BufferedReader lines) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.strip().split("\\s+", -1);
                switch (words[0]) {
                    case "", "#" -> {}
                    case "set" -> {
                        current = new ArrayList<>();
                        sets.put(words[1], current);
                    }
                    case "event" -> event(words);
                    default -> current.add(new Move(words[0], words[1], conversion(words)));
                }
            }
            return new EventTable(rows);
        }

        private static Conversion conversion(String[] words) {
            return words.length < 3 ? Conversion.TEXT : Conversion.valueOf(words[2].toUpperCase(Locale.ROOT));
        }

        /** {@code event LOG ID[,ID] ACTION CATEGORIES TYPES OUTCOME [SET…]}. */
        private void event(String[] words) {
            List<Move> moves = new ArrayList<>();
            for (int index = 7; index < words.length; index++) {
                moves.addAll(Objects.requireNonNull(sets.get(words[index]), words[index]));
            }
            Row row = new Row(known(words[3]), list(words[4]), list(words[5]), known(words[6]), List.copyOf(moves));
            for (String id : words[2].split(",", -1)) {
                rows.put(words[1] + " " + id, row);
            }
        }

        private static @Nullable String known(String word) {
            return word.equals(NONE) ? null : word;
        }

        private static List<String> list(String word) {
            return word.equals(NONE) ? List.of() : List.of(word.split(",", -1));
        }
    }
}
