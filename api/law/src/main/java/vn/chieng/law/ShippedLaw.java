package vn.chieng.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;

/** The packs and the calendar that ship with the program, read from its class path. */
public final class ShippedLaw {
    /** The calendar's name in messages. */
    public static final String CALENDAR = "law/calendar.yml";

    private static final String PACKS = "law/packs";
    private static final String INDEX = PACKS + ".txt";

    private ShippedLaw() {}

    /** The files of each pack that the index names; a theme that a pack does not have is left out. */
    public static List<PackFiles> packs() {
        return new String(required(INDEX), StandardCharsets.UTF_8)
                .lines()
                .map(ShippedLaw::files)
                .toList();
    }

    public static byte[] calendar() {
        return required(CALENDAR);
    }

    private static PackFiles files(String pack) {
        String folder = PACKS + "/" + pack;
        Map<String, byte[]> contents = new TreeMap<>();
        for (String name : PackReader.fileNames()) {
            byte[] content = resource(folder + "/" + name);
            if (content != null) {
                contents.put(name, content);
            }
        }
        return new PackFiles(folder, contents);
    }

    private static byte[] required(String name) {
        byte[] content = resource(name);
        if (content == null) {
            throw new IllegalStateException(name + " is missing from the program");
        }
        return content;
    }

    private static byte @Nullable [] resource(String name) {
        try (InputStream stream = ShippedLaw.class.getClassLoader().getResourceAsStream(name)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
