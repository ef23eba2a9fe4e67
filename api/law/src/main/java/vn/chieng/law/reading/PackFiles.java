package vn.chieng.law.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The YAML files of one pack by their names; {@code folder} stands before them in messages. */
public record PackFiles(String folder, Map<String, byte[]> contents) {
    static final int MAX_FILES = 50;

    public PackFiles {
        contents = Map.copyOf(contents);
        if (contents.size() > MAX_FILES) {
            throw new IllegalArgumentException(folder + " holds more than " + MAX_FILES + " files");
        }
    }

    public static PackFiles of(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".yml"))
                    .limit(MAX_FILES + 1L)
                    .toList();
        }
        for (Path file : files) {
            if (Files.size(file) > NodeReader.MAX_BYTES) {
                throw new IOException(file + " is larger than " + NodeReader.MAX_BYTES + " bytes");
            }
            contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
        return new PackFiles(folder.toString(), contents);
    }
}
