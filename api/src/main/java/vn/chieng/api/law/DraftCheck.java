package vn.chieng.api.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.LawPacks;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;
import vn.chieng.law.reading.DataIssue;
import vn.chieng.law.reading.PackEdit;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;
import vn.chieng.law.reading.Position;

/** A draft read as a pack: what it would be, or everything that keeps it from being published. */
record DraftCheck(@Nullable LawPack pack, List<DataIssue> issues) {
    private static final String HEAD = "pack.yml";

    DraftCheck {
        issues = List.copyOf(issues);
    }

    public boolean sound() {
        return issues.isEmpty();
    }

    /** The issues of one file, without its folder. */
    List<DataIssue> of(String file) {
        return issues.stream()
                .filter(issue -> issue.position().file().endsWith("/" + file))
                .toList();
    }

    static DraftCheck of(PackDraft draft, LawPacks published) {
        return switch (PackReader.read(PackEdit.bytes(draft.pack(), draft.files()))) {
            case PackReading.Refused(List<DataIssue> issues) -> new DraftCheck(null, issues);
            case PackReading.Accepted(LawPack pack) -> new DraftCheck(pack, placed(draft, pack, published));
        };
    }

    private static List<DataIssue> placed(PackDraft draft, LawPack pack, LawPacks published) {
        List<DataIssue> issues = new ArrayList<>();
        if (!pack.version().equals(new PackVersion(draft.pack(), draft.version()))) {
            issues.add(issue(draft, "version", "the head must say " + draft.name() + ", not " + pack.version()));
        }
        Optional<LawPack> latest = published.latest(draft.pack());
        if (draft.state() != DraftState.APPROVED
                && latest.isPresent()
                && latest.get().version().compareTo(pack.version()) >= 0) {
            issues.add(issue(draft, "version", latest.get().version() + " is already published"));
        }
        return issues;
    }

    private static DataIssue issue(PackDraft draft, String key, String message) {
        List<String> lines = draft.files().getOrDefault(HEAD, "").lines().toList();
        int line = 1;
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).startsWith(key + ":")) {
                line = index + 1;
            }
        }
        return new DataIssue(new Position(draft.pack() + "/" + HEAD, line, 1), message);
    }
}
