package vn.chieng.api.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.console.UploadPlace;
import vn.chieng.api.spreadsheets.SheetLimits;
import vn.chieng.law.LawPacks;
import vn.chieng.law.ShippedLaw;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;
import vn.chieng.law.reading.DataIssue;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** Loads packs and calendar at the start; a file that is wrong stops it and is named with its lines. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    private static final int PLACE = 60;

    @Bean
    LoadedLaw currentLaw(LawSettings settings, StoredLaw stored) throws IOException {
        LoadedLaw law = new LoadedLaw(base(settings));
        law.refresh(stored);
        return law;
    }

    @Bean
    MenuItem lawMenuItem() {
        return new MenuItem("/law", "law.packs", PLACE, Permission.LAW_READ, null);
    }

    @Bean
    UploadPlace calendarUpload() {
        return new UploadPlace(CalendarPages.IMPORT, SheetLimits.MOST_BYTES);
    }

    static LoadedLaw.Read base(LawSettings settings) throws IOException {
        List<PackFiles> folders = folders(settings.packsDirectory());
        Map<PackVersion, PackFiles> files = new LinkedHashMap<>();
        LawPacks packs = load(folders, files);
        return new LoadedLaw.Read(packs, files, calendar(settings), List.of());
    }

    private static List<PackFiles> folders(@Nullable Path directory) throws IOException {
        List<PackFiles> folders = new ArrayList<>(ShippedLaw.packs());
        if (directory != null) {
            try (Stream<Path> listed = Files.list(directory)) {
                for (Path folder : listed.filter(Files::isDirectory).sorted().toList()) {
                    folders.add(PackFiles.of(folder));
                }
            }
        }
        return folders;
    }

    private static HolidayCalendar calendar(LawSettings settings) throws IOException {
        Path own = settings.calendar();
        CalendarReading reading = own == null
                ? CalendarReading.read(ShippedLaw.CALENDAR, ShippedLaw.calendar())
                : CalendarReading.read(own.toString(), Files.readAllBytes(own));
        return switch (reading) {
            case CalendarReading.Accepted(HolidayCalendar calendar) -> calendar;
            case CalendarReading.Refused(List<DataIssue> issues) -> throw refusal(issues);
        };
    }

    private static LawPacks load(List<PackFiles> folders, Map<PackVersion, PackFiles> files) {
        List<LawPack> packs = new ArrayList<>();
        List<DataIssue> issues = new ArrayList<>();
        for (PackFiles folder : folders) {
            switch (PackReader.read(folder)) {
                case PackReading.Accepted(LawPack pack) -> {
                    packs.add(pack);
                    files.put(pack.version(), folder);
                }
                case PackReading.Refused(List<DataIssue> found) -> issues.addAll(found);
            }
        }
        if (!issues.isEmpty()) {
            throw refusal(issues);
        }
        return new LawPacks(packs);
    }

    private static IllegalStateException refusal(List<DataIssue> issues) {
        return new IllegalStateException(issues.stream()
                .map(DataIssue::toString)
                .collect(Collectors.joining("\n", "law data is refused:\n", "")));
    }
}
