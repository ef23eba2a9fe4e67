package vn.chieng.intake.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of sources as it stands in a file; a change of the file becomes the new table, a wrong one does not. */
public final class SourceFile implements Supplier<SourceTable> {
    private static final Logger LOG = LoggerFactory.getLogger(SourceFile.class);

    private final @Nullable Path path;
    private volatile SourceTable table = SourceTable.EMPTY;
    private @Nullable FileTime seen;
    private long seenSize = -1;

    public SourceFile(@Nullable Path path) {
        this.path = path;
    }

    @Override
    public SourceTable get() {
        return table;
    }

    /** Reads the file again if it changed; called about once a second, by one thread. */
    public synchronized void refresh() {
        if (path == null) {
            return;
        }
        try {
            FileTime modified = Files.getLastModifiedTime(path);
            long size = Files.size(path);
            if (modified.equals(seen) && size == seenSize) {
                return;
            }
            seen = modified;
            seenSize = size;
            apply(SourceFileReader.read(Files.readAllBytes(path)), path);
        } catch (IOException e) {
            if (seenSize != -2) {
                seenSize = -2;
                LOG.atWarn()
                        .addKeyValue("file.path", path)
                        .addKeyValue("error.message", e.toString())
                        .log("sources file cannot be read, the table stays as it is");
            }
        }
    }

    private void apply(SourceFileReader.Outcome outcome, Path file) {
        switch (outcome) {
            case SourceFileReader.Outcome.Table(SourceTable fresh) -> {
                table = fresh;
                LOG.atInfo()
                        .addKeyValue("file.path", file)
                        .addKeyValue("chieng.sources", fresh.size())
                        .log("sources file loaded");
            }
            case SourceFileReader.Outcome.Wrong(String place, String reason) ->
                LOG.atWarn()
                        .addKeyValue("file.path", file)
                        .addKeyValue("chieng.place", place)
                        .addKeyValue("error.message", reason)
                        .log("sources file is wrong, the table stays as it is");
        }
    }
}
