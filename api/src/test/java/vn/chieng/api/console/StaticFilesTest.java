package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which links name files of ours. */
class StaticFilesTest {
    @Test
    void everyFolderOfStaticFilesIsKnownToTheLinks() throws IOException {
        try (var folders = Files.list(Path.of("src/main/resources/static"))) {
            List<String> names =
                    folders.map(each -> "/" + each.getFileName() + "/").sorted().toList();
            assertThat(ConsoleLinks.STATIC).containsExactlyElementsOf(names);
        }
    }
}
