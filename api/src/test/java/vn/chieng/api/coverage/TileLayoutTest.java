package vn.chieng.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class TileLayoutTest {

    @Test
    void placesEachCommuneAndWardOfTheRegisterOnce() throws Exception {
        Set<String> registered = new ClassPathResource("organizations/seed.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(";", -1))
                .filter(cells -> cells[2].equals("commune") || cells[2].equals("ward"))
                .flatMap(cells -> Arrays.stream(cells[5].split("\\|")))
                .filter(code -> code.startsWith("statistics="))
                .map(code -> code.substring("statistics=".length()))
                .collect(Collectors.toSet());
        TileLayout layout = new TileLayout();

        assertThat(layout.places()).hasSize(135);
        assertThat(layout.byCode().keySet()).isEqualTo(registered);
    }
}
