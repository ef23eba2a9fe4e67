package vn.chieng.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.reading.PackFiles;

class ShippedLawTest {
    @Test
    void holdsEveryFileOfEveryPackFolder() throws IOException {
        try (Stream<Path> folders = Files.list(TestPacks.SHIPPED)) {
            assertThat(ShippedLaw.packs())
                    .extracting(PackFiles::folder)
                    .containsExactlyInAnyOrderElementsOf(folders.map(folder -> "law/packs/" + folder.getFileName())
                            .toList());
        }
        for (PackFiles files : ShippedLaw.packs()) {
            Path folder = Path.of("src/main/resources").resolve(files.folder());
            assertThat(files.contents().keySet())
                    .isEqualTo(PackFiles.of(folder).contents().keySet());
        }
    }

    @Test
    void holdsTheCalendar() {
        assertThat(CalendarReading.read(ShippedLaw.CALENDAR, ShippedLaw.calendar()))
                .isInstanceOf(CalendarReading.Accepted.class);
    }
}
