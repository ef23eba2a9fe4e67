package vn.chieng.api.rules.imports;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import vn.chieng.sigma.RuleFolder;
import vn.chieng.sigma.rule.RuleSource;

/** Takes rule files out of a tar.gz, a zip, or a single YAML file, in memory and within limits; nothing is ever written to a path. */
final class Unpacker {
    /** Folders of a repository that hold no rules to be taken. */
    private static final Set<String> LEFT_OUT =
            Set.of("tests", "regression_data", "deprecated", "unsupported", "__macosx");

    private final Limits limits;

    /**
     * How much an upload may hold.
     *
     * @param unpacked bytes of everything in it, also of what is not taken
     * @param rules bytes of the rule files
     * @param entries files and folders
     * @param files rule files
     * @param depth folders below each other
     */
    record Limits(long unpacked, long rules, int entries, int files, int depth) {
        static final Limits USUAL = new Limits(768L << 20, 64L << 20, 100_000, 8_000, 16);
    }

    private static final class TooLargeException extends IOException {}

    Unpacker(Limits limits) {
        this.limits = limits;
    }

    Unpacked unpack(String fileName, byte[] content) {
        try {
            if (startsWith(content, 0x1f, 0x8b)) {
                return entries(new TarArchiveInputStream(
                        new Bounded(new GZIPInputStream(new ByteArrayInputStream(content)), limits.unpacked)));
            }
            if (startsWith(content, 'P', 'K')) {
                // counts what comes out of each entry; what is skipped is counted in drain()
                return entries(new ZipArchiveInputStream(new ByteArrayInputStream(content)));
            }
            return RuleFolder.isRule(fileName)
                    ? new Unpacked.Files(List.of(new RuleFile(fileName, content)), List.of(), 0)
                    : new Unpacked.Unreadable(Unpacked.Reason.NO_RULES);
        } catch (TooLargeException e) {
            return new Unpacked.Unreadable(Unpacked.Reason.TOO_LARGE);
        } catch (IOException | IllegalArgumentException e) {
            return new Unpacked.Unreadable(Unpacked.Reason.DAMAGED);
        }
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length > 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }

    private Unpacked entries(ArchiveInputStream<?> archive) throws IOException {
        List<RuleFile> files = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int skipped = 0;
        long rules = 0;
        long unpacked = 0;
        int seen = 0;
        for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (++seen > limits.entries || files.size() > limits.files) {
                return new Unpacked.Unreadable(Unpacked.Reason.TOO_MANY);
            }
            Use use = use(entry);
            if (use == Use.TAKEN && archive.canReadEntryData(entry)) {
                byte[] content = archive.readNBytes(RuleSource.MAX_BYTES + 1);
                files.add(new RuleFile(entry.getName(), content));
                rules += content.length;
                unpacked += content.length;
            } else if (use == Use.REFUSED && refused.size() < limits.files) {
                refused.add(entry.getName());
            } else if (use == Use.SKIPPED) {
                skipped++;
            }
            unpacked += drained(archive, limits.unpacked - unpacked);
            if (rules > limits.rules || unpacked > limits.unpacked) {
                return new Unpacked.Unreadable(Unpacked.Reason.TOO_LARGE);
            }
        }
        return files.isEmpty() && refused.isEmpty()
                ? new Unpacked.Unreadable(Unpacked.Reason.NO_RULES)
                : new Unpacked.Files(files, refused, skipped);
    }

    /** Reads the rest of an entry, so that what it unpacks to is bounded although nobody wants it. */
    private static long drained(InputStream entry, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            all += read;
            if (all > most) {
                throw new TooLargeException();
            }
        }
        return all;
    }

    private enum Use {
        TAKEN,
        SKIPPED,
        REFUSED,
        FOLDER
    }

    private Use use(ArchiveEntry entry) {
        String name = entry.getName();
        if (entry.isDirectory()) {
            return Use.FOLDER;
        }
        if (!RuleFolder.isRule(name) || (entry instanceof TarArchiveEntry tar && !tar.isFile())) {
            return Use.SKIPPED;
        }
        // what tar writes of the folder it stands in begins with a dot
        List<String> steps = List.of((name.startsWith("./") ? name.substring(2) : name).split("/", -1));
        boolean leadsOut = name.startsWith("/") || name.contains("\\") || name.contains(":") || name.contains("\0");
        if (leadsOut || steps.contains("..") || steps.size() > limits.depth) {
            return Use.REFUSED;
        }
        boolean leftOut = steps.stream()
                .limit(steps.size() - 1L)
                .map(step -> step.toLowerCase(Locale.ROOT))
                .anyMatch(step -> step.startsWith(".") || LEFT_OUT.contains(step));
        return leftOut || steps.getLast().startsWith(".") ? Use.SKIPPED : Use.TAKEN;
    }

    /** Ends with an exception rather than give out more. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            return in.readNBytes((int) Math.min(count, 64 * 1024)).length;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new TooLargeException();
            }
        }
    }
}
