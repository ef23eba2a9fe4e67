package vn.chieng.api.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chieng.law.pack.LawPack;

class LawConfigurationTest {
    @Test
    void loadsTheShippedPacksAndCalendar() throws IOException {
        LoadedLaw.Read law = LawConfiguration.base(new LawSettings(null, null));
        assertThat(law.packs().all()).extracting(pack -> pack.head().pack()).containsExactly("ND331-2026", "ND85-2016");
        assertThat(law.calendar().name()).isEqualTo("VN");
    }

    @Test
    void loadsFurtherPacksFromAFolder() throws IOException {
        LawSettings settings = new LawSettings(Path.of("law/src/test/resources/law/invented"), null);
        assertThat(LawConfiguration.base(settings).packs().latest("XA-2030"))
                .map(LawPack::version)
                .hasToString("Optional[XA-2030 2.1]");
    }

    @Test
    void aWrongPackStopsTheStartAndNamesFileAndLine(@TempDir Path folder) throws IOException {
        Path pack = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(pack.resolve("pack.yml"), "schema: 1\npack: B\nversions: \"1\"\n");
        LawSettings settings = new LawSettings(folder, null);
        assertThatThrownBy(() -> LawConfiguration.base(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken/pack.yml:3:1: unknown key \"versions\"")
                .hasMessageContaining("broken/pack.yml:1:1: the key \"version\" is missing");
    }

    @Test
    void aWrongCalendarStopsTheStartAndNamesFileAndLine(@TempDir Path folder) throws IOException {
        Path calendar = folder.resolve("calendar.yml");
        Files.writeString(calendar, "schema: 1\ncalendar: X\nversion: \"1\"\ncovers-from: 2026-13-01\n");
        LawSettings settings = new LawSettings(null, calendar);
        assertThatThrownBy(() -> LawConfiguration.base(settings))
                .hasMessageContaining("calendar.yml:4:14: \"2026-13-01\" is not a date (yyyy-mm-dd)");
    }
}
