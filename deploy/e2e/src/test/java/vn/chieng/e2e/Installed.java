package vn.chieng.e2e;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of the machine that a test needs: where one is missing the test skips loudly, and fails where CI=true. */
final class Installed {
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"), Path.of("/bin"));

    private Installed() {}

    static Path program(String... names) {
        for (String name : names) {
            for (Path folder : FOLDERS) {
                if (Files.isExecutable(folder.resolve(name))) {
                    return folder.resolve(name);
                }
            }
        }
        String missing = "not installed here: " + String.join(" or ", names) + " — .ci/run shows how to install it";
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        System.err.println("SKIPPED: " + missing);
        return abort(missing);
    }
}
