package vn.chieng.api.dossiers.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** The packs and the calendar that ship, and packs with other rules of counting days. */
public final class ShippedLaw {
    private static final Path LAW = Path.of("law/src/main/resources/law");

    private ShippedLaw() {}

    public static LawPack pack(String name) {
        try {
            return switch (PackReader.read(PackFiles.of(LAW.resolve("packs").resolve(name)))) {
                case PackReading.Accepted(LawPack pack) -> pack;
                case PackReading.Refused refused -> throw new AssertionError(refused.text());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HolidayCalendar calendar() {
        Path file = LAW.resolve("calendar.yml");
        try {
            return switch (CalendarReading.read(file.toString(), Files.readAllBytes(file))) {
                case CalendarReading.Accepted(HolidayCalendar calendar) -> calendar;
                case CalendarReading.Refused refused -> throw new AssertionError(refused.issues());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Procedure.Route route(LawPack pack, String id) {
        return pack.procedure().routes().stream()
                .filter(route -> route.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The pack with another first day, and another effect of a supplement. */
    static LawPack counting(LawPack pack, PackHead.FirstDay firstDay, boolean pause, boolean restart) {
        PackHead head = pack.head();
        PackHead.DayRules days = head.days();
        PackHead.DayRules other = new PackHead.DayRules(
                days.basis(),
                days.zone(),
                firstDay,
                pause,
                restart,
                days.calendarDaysEndingOnDayOff(),
                days.escalateAtPercent());
        PackHead changed = new PackHead(
                head.schema(),
                head.pack(),
                head.version(),
                head.title(),
                head.use(),
                head.readOnly(),
                head.effectiveFrom(),
                head.effectiveTo(),
                head.instruments(),
                head.transitions(),
                other,
                head.openPoints());
        return new LawPack(
                changed,
                pack.classification(),
                pack.procedure(),
                pack.dossier(),
                pack.reporting(),
                pack.requirements(),
                pack.incidents(),
                pack.retention(),
                pack.rules(),
                pack.texts());
    }
}
