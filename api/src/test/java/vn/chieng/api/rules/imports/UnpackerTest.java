package vn.chieng.api.rules.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

class UnpackerTest {
    private static final Unpacker USUAL = new Unpacker(Unpacker.Limits.USUAL);

    @Test
    void takesRulesOutOfZipAndTarAndLeavesTheRest() throws IOException {
        for (byte[] archive : new byte[][] {
            zip("rules/a.yml", "a", "rules/b.yaml", "b", "README.md", "x", "tests/t.yml", "t", ".github/w.yml", "w"),
            tar("rules/a.yml", "a", "rules/b.yaml", "b", "README.md", "x", "tests/t.yml", "t", ".github/w.yml", "w")
        }) {
            var files = (Unpacked.Files) USUAL.unpack("release", archive);
            assertThat(files.files()).extracting(RuleFile::path).containsExactly("rules/a.yml", "rules/b.yaml");
            assertThat(files.skipped()).isEqualTo(3);
            assertThat(files.refused()).isEmpty();
        }
    }

    @Test
    void theFolderThatTarWasCalledInHidesNothing() throws IOException {
        var files = (Unpacked.Files) USUAL.unpack("x.tar.gz", tar("./rules/linux/a.yml", "a"));
        assertThat(files.files()).extracting(RuleFile::path).containsExactly("./rules/linux/a.yml");
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreRefusedAndNamed() throws IOException {
        var files = (Unpacked.Files) USUAL.unpack(
                "x.zip",
                zip(
                        "../../etc/cron.yml",
                        "a",
                        "/abs.yml",
                        "b",
                        "C:x.yml",
                        "d",
                        "ok.yml",
                        "e",
                        "d/".repeat(20) + "deep.yml",
                        "f"));
        assertThat(files.files()).extracting(RuleFile::path).containsExactly("ok.yml");
        assertThat(files.refused()).hasSize(4);
    }

    @Test
    void aBombEndsAtTheBoundAlsoWhereNobodyWantsItsContent() throws IOException {
        var small = new Unpacker(new Unpacker.Limits(1 << 20, 1 << 16, 100, 50, 16));
        String big = "0".repeat(2 << 20);
        assertThat(small.unpack("a.zip", zip("bomb.bin", big))).isEqualTo(tooLarge());
        assertThat(small.unpack("a.tar.gz", tar("bomb.bin", big))).isEqualTo(tooLarge());
        String rule = "0".repeat(40_000);
        assertThat(small.unpack("a.zip", zip("a.yml", rule, "b.yml", rule))).isEqualTo(tooLarge());
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        var small = new Unpacker(new Unpacker.Limits(1 << 20, 1 << 16, 3, 50, 16));
        assertThat(small.unpack("a.zip", zip("a", "", "b", "", "c", "", "d", "")))
                .isEqualTo(new Unpacked.Unreadable(Unpacked.Reason.TOO_MANY));
    }

    @Test
    void damagedAndForeignFilesAreNamedSo() throws IOException {
        byte[] zip = tar("a.yml", "a".repeat(5000));
        assertThat(USUAL.unpack("a.tar.gz", Arrays.copyOf(zip, zip.length / 2)))
                .isEqualTo(new Unpacked.Unreadable(Unpacked.Reason.DAMAGED));
        assertThat(USUAL.unpack("a.exe", new byte[] {1, 2, 3}))
                .isEqualTo(new Unpacked.Unreadable(Unpacked.Reason.NO_RULES));
        assertThat(USUAL.unpack("a.zip", zip("readme.txt", "x")))
                .isEqualTo(new Unpacked.Unreadable(Unpacked.Reason.NO_RULES));
    }

    @Test
    void placesStayTrueInAFileOfSeveralDocuments() {
        assertThat(RuleDocuments.split("# note\n---\ntitle: a\n---\ntitle: b\n"))
                .containsExactly("\n\ntitle: a\n", "\n\n\n\ntitle: b\n\n");
        assertThat(RuleDocuments.text(new byte[] {(byte) 0xff, 'a'})).isEmpty();
    }

    private static Unpacked tooLarge() {
        return new Unpacked.Unreadable(Unpacked.Reason.TOO_LARGE);
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    static byte[] tar(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
                var entry = new TarArchiveEntry(namesAndTexts[i]);
                entry.setSize(text.length);
                tar.putArchiveEntry(entry);
                tar.write(text);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
