package vn.chieng.api.indicators.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;
import vn.chieng.event.Level;
import vn.chieng.indicators.IndicatorReader;
import vn.chieng.indicators.Reading;

/** Reads lines of a file whose first line named the columns: {@code docs/formats/indicators.md}. */
final class IndicatorColumns {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int USUAL_CONFIDENCE = 50;
    private static final int MOST_CONFIDENCE = 100;
    private static final int LONGEST_SOURCE = 120;
    private static final int LONGEST_DESCRIPTION = 500;

    private final CSVFormat format;
    private final List<String> names;
    private final String usualSource;
    private final Clock clock;

    private IndicatorColumns(CSVFormat format, List<String> names, String usualSource, Clock clock) {
        this.format = format;
        this.names = names;
        this.usualSource = usualSource;
        this.clock = clock;
    }

    /**
     * Reads the first line; empty where it does not name a column {@code value}.
     *
     * @param usualSource for lines that name none
     */
    static Optional<IndicatorColumns> of(String header, String usualSource, Clock clock) {
        String unmarked = header.startsWith("\uFEFF") ? header.substring(1) : header;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(unmarked.indexOf(';') >= 0 ? ';' : ',')
                .get();
        return cut(format, unmarked)
                .map(record -> record.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList())
                .filter(names -> names.contains("value"))
                .map(names -> new IndicatorColumns(format, names, usualSource, clock));
    }

    private static Optional<CSVRecord> cut(CSVFormat format, String line) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            return parser.stream().findFirst();
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            // a quote that is not closed, or something after one that is
            return Optional.empty();
        }
    }

    /** What a line says. */
    ImportLine read(int number, String line) {
        Optional<CSVRecord> cut = cut(format, line);
        if (cut.isEmpty()) {
            return ImportLine.refused(number, line, "line");
        }
        CSVRecord cells = cut.get();
        String written = cell(cells, "value");
        String typeName = cell(cells, "type");
        Optional<Indicator.Type> type = IndicatorReader.type(typeName);
        if (!typeName.isEmpty() && type.isEmpty()) {
            return ImportLine.refused(number, written, "type");
        }
        return switch (IndicatorReader.read(type.orElse(null), written)) {
            case Reading.Refused(Reading.Refusal refusal) ->
                ImportLine.refused(
                        number, written, refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case Reading.Sound sound -> described(number, cells, written, sound);
        };
    }

    private ImportLine described(int number, CSVRecord cells, String written, Reading.Sound sound) {
        String source = cell(cells, "source").isEmpty() ? usualSource : cell(cells, "source");
        String description = cell(cells, "description");
        Integer confidence = confidence(cell(cells, "confidence"));
        Level level = level(cell(cells, "level"));
        String until = cell(cells, "valid_until");
        Instant end = until.isEmpty() ? null : instant(until);
        String problem = source.length() > LONGEST_SOURCE
                ? "source"
                : description.length() > LONGEST_DESCRIPTION
                        ? "description"
                        : confidence == null ? "confidence" : level == null ? "level" : problem(until, end);
        if (problem != null || confidence == null || level == null) {
            return ImportLine.refused(number, written, problem == null ? "line" : problem);
        }
        return ImportLine.read(
                number, new Indicator(sound.type(), sound.value(), source, confidence, level, end, description));
    }

    private @Nullable String problem(String until, @Nullable Instant end) {
        if (!until.isEmpty() && end == null) {
            return "valid-until";
        }
        return end != null && !end.isAfter(clock.instant()) ? "over" : null;
    }

    private String cell(CSVRecord cells, String name) {
        int column = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(name))
                .findFirst()
                .orElse(-1);
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    private static @Nullable Integer confidence(String text) {
        if (text.isEmpty()) {
            return USUAL_CONFIDENCE;
        }
        return text.matches("\\d{1,3}") && Integer.parseInt(text) <= MOST_CONFIDENCE ? Integer.valueOf(text) : null;
    }

    private static @Nullable Level level(String text) {
        if (text.isEmpty()) {
            return Level.MEDIUM;
        }
        return Arrays.stream(Level.values())
                .filter(level -> level.code().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /** A moment with its offset, or a day, which holds until it is over in Việt Nam. */
    private static @Nullable Instant instant(String text) {
        try {
            return text.indexOf('T') >= 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).plusDays(1).atStartOfDay(VIETNAM).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
