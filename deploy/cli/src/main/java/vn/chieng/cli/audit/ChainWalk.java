package vn.chieng.cli.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chieng.cli.audit.Verdict.Broken;
import vn.chieng.cli.audit.Verdict.Damage;

/** Follows the chain of entries and anchors and names the first link that does not hold. */
final class ChainWalk {
    private final FileLine.Header header;
    private final KeyRing keys;
    private final Set<String> signers = new TreeSet<>();
    private long expected;
    private String hash;
    private long days;
    private long entries;
    private long anchors;
    private @Nullable LocalDate day;
    private @Nullable LocalDate firstAnchored;
    private FileLine.@Nullable Anchor anchor;

    ChainWalk(FileLine.Header header, KeyRing keys) {
        this.header = header;
        this.keys = keys;
        expected = header.first();
        hash = header.previous();
    }

    /** The number of the next entry. */
    long expected() {
        return expected;
    }

    long days() {
        return days;
    }

    Set<String> signers() {
        return signers;
    }

    /** The first and the last day with an anchor, if any. */
    List<LocalDate> anchored() {
        return firstAnchored == null || anchor == null ? List.of() : List.of(firstAnchored, anchor.day());
    }

    /** Takes the next line; null where it holds. */
    @Nullable
    Broken next(long line, FileLine next, FileWalk.Upcoming upcoming) throws IOException {
        return switch (next) {
            case FileLine.Entry entry -> entry(line, entry, upcoming);
            case FileLine.Anchor each -> anchor(line, each);
            case FileLine.Header _, FileLine.Trailer _ -> throw new IllegalArgumentException("neither first nor last");
        };
    }

    private @Nullable Broken entry(long line, FileLine.Entry entry, FileWalk.Upcoming upcoming) throws IOException {
        if (!entry.stated().equals(entry.actual())) {
            return new Broken(
                    line,
                    expected,
                    Damage.CHANGED,
                    entry.number() == expected
                            ? "the entry does not have the hash that stands beside it"
                            : "the entry does not have the hash that stands beside it, nor its number");
        }
        if (entry.number() > expected) {
            return gap(line, entry, upcoming);
        }
        if (entry.number() < expected) {
            String detail = entry.number() < header.first()
                    ? "an entry from before the first of this file stands here"
                    : "a second entry with this number stands here";
            return new Broken(line, entry.number(), Damage.INSERTED, detail);
        }
        if (!entry.previous().equals(hash)) {
            return unlinked(line, entry, upcoming);
        }
        LocalDate earliest = day == null ? header.from() : day;
        boolean dayClosed = anchor != null && !entry.day().isAfter(anchor.day());
        if (dayClosed || entry.day().isBefore(earliest) || entry.day().isAfter(header.to())) {
            return new Broken(line, entry.number(), Damage.CHANGED, "the entry is of a day that does not belong here");
        }
        days += entry.day().equals(day) ? 0 : 1;
        day = entry.day();
        hash = entry.actual();
        expected++;
        entries++;
        return null;
    }

    private Broken gap(long line, FileLine.Entry entry, FileWalk.Upcoming upcoming) throws IOException {
        for (FileLine each : upcoming.lines()) {
            if (each instanceof FileLine.Entry later && later.number() == expected) {
                return new Broken(
                        line, expected, Damage.SWAPPED, "entry " + entry.number() + " stands before entry " + expected);
            }
        }
        return new Broken(line, expected, Damage.REMOVED, missing(entry.number() - 1));
    }

    private String missing(long last) {
        return last == expected
                ? "entry " + expected + " is missing"
                : "entries " + expected + " to " + last + " are missing";
    }

    /** Where the next link names this entry's hash, this one is what it was, and the one before is not. */
    private Broken unlinked(long line, FileLine.Entry entry, FileWalk.Upcoming upcoming) throws IOException {
        List<FileLine> following = upcoming.lines();
        boolean named = !following.isEmpty()
                && switch (following.getFirst()) {
                    case FileLine.Entry later -> later.previous().equals(entry.actual());
                    case FileLine.Anchor later -> later.hash().equals(entry.actual());
                    case FileLine.Trailer later -> later.hash().equals(entry.actual());
                    case FileLine.Header _ -> false;
                };
        if (!named) {
            return new Broken(line, entry.number(), Damage.CHANGED, "the entry does not follow the one before it");
        }
        return entry.number() == header.first()
                ? new Broken(1, null, Damage.CHANGED, "the first line names another entry as the one before")
                : new Broken(
                        line - 1,
                        entry.number() - 1,
                        Damage.CHANGED,
                        "the next entry follows another one: this one was replaced and its hash computed anew");
    }

    private @Nullable Broken anchor(long line, FileLine.Anchor next) {
        if (!keys.holds(next.key())) {
            return untrusted(line, next.key());
        }
        if (!keys.verifies(next.key(), next.signed(), next.signature())) {
            return new Broken(line, null, Damage.CHANGED, "the anchor of " + next.day() + " is not what was signed");
        }
        FileLine.@Nullable Anchor before = anchor;
        boolean inOrder = before == null
                ? next.first() == header.first() && !next.day().isBefore(header.from())
                : next.day().equals(before.day().plusDays(1)) && next.previous().equals(Hash.of(before.signed()));
        if (!inOrder || next.day().isAfter(header.to())) {
            return new Broken(
                    line, null, Damage.SWAPPED, "the anchor of " + next.day() + " does not follow the one before it");
        }
        if (next.last() > expected - 1) {
            return new Broken(line, expected, Damage.REMOVED, missing(next.last()));
        }
        if (next.last() < expected - 1) {
            return new Broken(
                    line,
                    next.last() + 1,
                    Damage.INSERTED,
                    "the anchor of " + next.day() + " says that this entry is of another day");
        }
        if (!next.hash().equals(hash)) {
            return new Broken(
                    line - 1, expected - 1, Damage.CHANGED, "the anchor of " + next.day() + " names another hash");
        }
        if (firstAnchored == null) {
            firstAnchored = next.day();
        }
        signers.add(next.key());
        anchor = next;
        anchors++;
        return null;
    }

    private static Broken untrusted(long line, String key) {
        return new Broken(
                line, null, Damage.UNTRUSTED, "signed with " + key + ", which is none of the keys to believe");
    }

    /** Whether the chain ends as the last line says; null where it does. */
    @Nullable
    Broken ends(long line, FileLine.Trailer trailer) {
        if (!keys.holds(trailer.key())) {
            return untrusted(line, trailer.key());
        }
        if (!keys.verifies(trailer.key(), trailer.signed(), trailer.signature())) {
            return new Broken(line, null, Damage.CHANGED, "the last line is not what was signed");
        }
        if (trailer.last() > expected - 1) {
            return new Broken(line, expected, Damage.REMOVED, missing(trailer.last()));
        }
        if (trailer.last() < expected - 1) {
            return new Broken(line, trailer.last() + 1, Damage.INSERTED, "the chain ended before this entry");
        }
        if (!trailer.hash().equals(hash)) {
            return entries == 0
                    ? new Broken(1, null, Damage.CHANGED, "the first line names another entry as the one before")
                    : new Broken(line - 1, expected - 1, Damage.CHANGED, "the last line names another hash");
        }
        if (trailer.anchors() != anchors) {
            return new Broken(
                    line, null, Damage.REMOVED, "there are " + anchors + " anchors and not " + trailer.anchors());
        }
        return trailer.entries() == entries
                ? null
                : new Broken(1, null, Damage.CHANGED, "the first line names another first entry");
    }
}
