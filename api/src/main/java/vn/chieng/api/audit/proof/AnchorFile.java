package vn.chieng.api.audit.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that gets one line for each anchor and is only ever added to. */
final class AnchorFile implements AnchorTarget {
    private final Path file;

    AnchorFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "file:" + file;
    }

    @Override
    public void deliver(StoredAnchor anchor) throws IOException {
        Files.writeString(
                file,
                anchor.signedLine() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
