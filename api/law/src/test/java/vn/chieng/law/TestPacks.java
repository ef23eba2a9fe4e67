package vn.chieng.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** The packs and the calendar that ship, the invented pack, and cases in files. */
public final class TestPacks {
    public static final Path SHIPPED = Path.of("src/main/resources/law/packs");
    public static final Path INVENTED = Path.of("src/test/resources/law/invented/XA-2030");
    private static final Path CALENDAR = Path.of("src/main/resources/law/calendar.yml");
    private static final Path CASES = Path.of("src/test/resources/law/cases");

    private TestPacks() {}

    public static LawPack shipped(String pack) {
        return read(SHIPPED.resolve(pack));
    }

    public static LawPack invented() {
        return read(INVENTED);
    }

    public static LawPack read(Path folder) {
        try {
            return accepted(PackFiles.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LawPack accepted(PackFiles files) {
        return switch (PackReader.read(files)) {
            case PackReading.Accepted(LawPack pack) -> pack;
            case PackReading.Refused refused -> throw new AssertionError(refused.text());
        };
    }

    public static HolidayCalendar calendar() {
        try {
            return switch (CalendarReading.read(CALENDAR.toString(), Files.readAllBytes(CALENDAR))) {
                case CalendarReading.Accepted(HolidayCalendar calendar) -> calendar;
                case CalendarReading.Refused refused -> throw new AssertionError(refused.issues());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T cases(String file, Class<T> type) {
        return JsonMapper.builder().build().readValue(CASES.resolve(file).toFile(), type);
    }

    public static Facts facts(Iterable<Input> inputs, Map<String, ?> answers) {
        java.util.List<Input> list = new java.util.ArrayList<>();
        inputs.forEach(list::add);
        AnswersToFacts read = AnswersToFacts.read(list, answers);
        if (!read.wrong().isEmpty()) {
            throw new AssertionError(read.wrong());
        }
        return read.facts();
    }
}
