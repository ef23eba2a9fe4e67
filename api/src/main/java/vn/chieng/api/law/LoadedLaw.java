package vn.chieng.api.law;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.law.LawPacks;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;
import vn.chieng.law.reading.DataIssue;
import vn.chieng.law.reading.PackEdit;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** The law of the program's files and of the database, read anew when the database has more; what is broken there is named and left out. */
final class LoadedLaw implements CurrentLaw {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedLaw.class);

    private final Read base;
    private volatile Read current;
    private StoredLaw.@Nullable Stamp stamp;

    /** Something stored that is not used, and why. */
    record Refused(String what, List<DataIssue> issues) {
        Refused {
            issues = List.copyOf(issues);
        }
    }

    /** All that was read at one time. */
    record Read(LawPacks packs, Map<PackVersion, PackFiles> files, HolidayCalendar calendar, List<Refused> refused) {
        Read {
            files = Map.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    LoadedLaw(Read base) {
        this.base = base;
        this.current = base;
    }

    @Override
    public LawPacks packs() {
        return current.packs();
    }

    @Override
    public HolidayCalendar calendar() {
        return current.calendar();
    }

    /** The texts that a pack was read from. */
    Optional<PackFiles> files(PackVersion version) {
        return Optional.ofNullable(current.files().get(version));
    }

    /** What is stored and not used. */
    List<Refused> refused() {
        return current.refused();
    }

    /** Takes over what was stored since the last time; whoever asks meanwhile gets the old law as a whole. */
    synchronized void refresh(StoredLaw stored) {
        StoredLaw.Stamp now = stored.stamp();
        if (now.equals(stamp)) {
            return;
        }
        List<LawPack> packs = new ArrayList<>(base.packs().all());
        Map<PackVersion, PackFiles> files = new LinkedHashMap<>(base.files());
        List<Refused> refused = new ArrayList<>();
        for (StoredLaw.Pack pack : stored.packs()) {
            PackFiles texts = PackEdit.bytes(pack.version().pack(), pack.files());
            switch (files.containsKey(pack.version()) ? taken(pack.version()) : PackReader.read(texts)) {
                case PackReading.Accepted(LawPack read) -> {
                    packs.add(read);
                    files.put(pack.version(), texts);
                }
                case PackReading.Refused(List<DataIssue> issues) ->
                    refused.add(new Refused(pack.version().toString(), issues));
            }
        }
        HolidayCalendar calendar = calendar(stored.calendar(), refused);
        current = new Read(new LawPacks(packs), files, calendar, refused);
        stamp = now;
        for (Refused one : refused) {
            LOG.atError()
                    .addKeyValue("chieng.law.version", one.what())
                    .addKeyValue("error.message", one.issues().getFirst().toString())
                    .log("stored law is refused");
        }
        LOG.atInfo().addKeyValue("chieng.law.packs", packs.size()).log("law loaded");
    }

    private static PackReading taken(PackVersion version) {
        return new PackReading.Refused(List.of(new DataIssue(
                new vn.chieng.law.reading.Position(version.pack(), 1, 1), "another pack already has this version")));
    }

    private HolidayCalendar calendar(Optional<StoredLaw.Calendar> stored, List<Refused> refused) {
        if (stored.isEmpty()) {
            return base.calendar();
        }
        StoredLaw.Calendar last = stored.get();
        return switch (CalendarReading.read(last.version(), last.content().getBytes(StandardCharsets.UTF_8))) {
            case CalendarReading.Accepted(HolidayCalendar read) -> read;
            case CalendarReading.Refused(List<DataIssue> issues) -> {
                refused.add(new Refused(last.version(), issues));
                yield current.calendar();
            }
        };
    }
}
