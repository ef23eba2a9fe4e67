package vn.chieng.api.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import vn.chieng.law.LawPacks;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.reading.DataIssue;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** Loads packs and calendar at the start; a file that is wrong stops it and is named with its lines. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {
    private static final String SHIPPED_PACKS = "classpath:law/packs/*/*.yml";
    private static final String SHIPPED_CALENDAR = "classpath:law/calendar.yml";

    @Bean
    LawPacks lawPacks(ResourcePatternResolver resources, LawSettings settings) throws IOException {
        List<PackFiles> folders = new ArrayList<>(shipped(resources));
        Path directory = settings.packsDirectory();
        if (directory != null) {
            try (Stream<Path> listed = Files.list(directory)) {
                for (Path folder : listed.filter(Files::isDirectory).sorted().toList()) {
                    folders.add(PackFiles.of(folder));
                }
            }
        }
        return load(folders);
    }

    @Bean
    HolidayCalendar holidayCalendar(ResourcePatternResolver resources, LawSettings settings) throws IOException {
        Path own = settings.calendar();
        CalendarReading reading = own == null
                ? CalendarReading.read(
                        SHIPPED_CALENDAR,
                        resources.getResource(SHIPPED_CALENDAR).getContentAsByteArray())
                : CalendarReading.read(own.toString(), Files.readAllBytes(own));
        return switch (reading) {
            case CalendarReading.Accepted(HolidayCalendar calendar) -> calendar;
            case CalendarReading.Refused(List<DataIssue> issues) -> throw refusal(issues);
        };
    }

    static LawPacks load(List<PackFiles> folders) {
        List<LawPack> packs = new ArrayList<>();
        List<DataIssue> issues = new ArrayList<>();
        for (PackFiles folder : folders) {
            switch (PackReader.read(folder)) {
                case PackReading.Accepted(LawPack pack) -> packs.add(pack);
                case PackReading.Refused(List<DataIssue> found) -> issues.addAll(found);
            }
        }
        if (!issues.isEmpty()) {
            throw refusal(issues);
        }
        return new LawPacks(packs);
    }

    private static List<PackFiles> shipped(ResourcePatternResolver resources) throws IOException {
        Map<String, Map<String, byte[]>> folders = new TreeMap<>();
        for (Resource file : resources.getResources(SHIPPED_PACKS)) {
            String[] path = file.getURL().getPath().split("/", -1);
            folders.computeIfAbsent(path[path.length - 2], _ -> new TreeMap<>())
                    .put(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
        }
        return folders.entrySet().stream()
                .map(folder -> new PackFiles("law/packs/" + folder.getKey(), folder.getValue()))
                .toList();
    }

    private static IllegalStateException refusal(List<DataIssue> issues) {
        return new IllegalStateException(issues.stream()
                .map(DataIssue::toString)
                .collect(Collectors.joining("\n", "law data is refused:\n", "")));
    }
}
