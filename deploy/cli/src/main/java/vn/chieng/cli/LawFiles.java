package vn.chieng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.LawPacks;
import vn.chieng.law.ShippedLaw;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.reading.DataIssue;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** Packs and calendars by what the caller names: a shipped id, a folder, a file. */
final class LawFiles {
    private LawFiles() {}

    /** A file that cannot be used, with everything that is wrong with it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int code;

        Refused(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    static LawPack pack(String idOrFolder) throws Refused {
        Path folder = Path.of(idOrFolder);
        if (Files.isDirectory(folder)) {
            return accepted(files(folder));
        }
        return shipped().latest(idOrFolder).orElseThrow(() -> {
            String known = shipped().all().stream()
                    .map(pack -> pack.head().pack())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Refused(
                    Chieng.WRONG_USE, "no pack and no folder \"" + idOrFolder + "\"; packs that ship: " + known);
        });
    }

    static LawPacks shipped() {
        List<LawPack> packs = new ArrayList<>();
        for (PackFiles files : ShippedLaw.packs()) {
            if (PackReader.read(files) instanceof PackReading.Accepted(LawPack pack)) {
                packs.add(pack);
            }
        }
        return new LawPacks(packs);
    }

    static PackFiles files(Path folder) throws Refused {
        try {
            PackFiles files = PackFiles.of(folder);
            if (files.contents().isEmpty()) {
                throw new Refused(Chieng.WRONG_USE, "no .yml file in " + folder);
            }
            return files;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static LawPack accepted(PackFiles files) throws Refused {
        return switch (PackReader.read(files)) {
            case PackReading.Accepted(LawPack pack) -> pack;
            case PackReading.Refused refused -> throw new Refused(Chieng.PROBLEMS, refused.text());
        };
    }

    static HolidayCalendar calendar(@Nullable String file) throws Refused {
        byte[] content = file == null ? ShippedLaw.calendar() : bytes(file);
        return switch (CalendarReading.read(file == null ? ShippedLaw.CALENDAR : file, content)) {
            case CalendarReading.Accepted(HolidayCalendar calendar) -> calendar;
            case CalendarReading.Refused(List<DataIssue> issues) ->
                throw new Refused(
                        Chieng.PROBLEMS,
                        issues.stream().map(DataIssue::toString).collect(Collectors.joining("\n")));
        };
    }

    static byte[] bytes(String file) throws Refused {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw unreadable(Path.of(file), e);
        }
    }

    private static Refused unreadable(Path path, IOException problem) {
        String reason =
                problem instanceof NoSuchFileException ? "there is no such file" : String.valueOf(problem.getMessage());
        return new Refused(Chieng.WRONG_USE, "cannot read " + path + ": " + reason);
    }
}
