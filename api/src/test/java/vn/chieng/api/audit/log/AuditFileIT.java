package vn.chieng.api.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chieng.api.audit.AuditDatabase;
import vn.chieng.api.audit.chain.Sha256;
import vn.chieng.api.audit.proof.AuditSettings;
import vn.chieng.api.audit.proof.ByteChanges;
import vn.chieng.api.audit.proof.DayAnchors;
import vn.chieng.api.audit.proof.SigningKey;
import vn.chieng.cli.audit.AuditFileCheck;
import vn.chieng.cli.audit.KeyRing;
import vn.chieng.cli.audit.Verdict;
import vn.chieng.cli.audit.Verdict.Damage;

/** Days 20 to 24: entries 1–6, 7–11, none, 12–15, and 16–18 of the day that is not over. */
class AuditFileIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 24);

    @TempDir
    private static Path home = Path.of("");

    private static AuditDatabase log;
    private static List<String> lines = List.of();

    @BeforeAll
    static void writeSomeDays() throws Exception {
        log = new AuditDatabase(home);
        DayAnchors anchors = log.dayAnchors(new AuditSettings(null, null));
        log.write(6);
        log.clock.set("2026-11-20T17:00:00Z"); // midnight in Vietnam
        log.write(5);
        log.clock.set("2026-11-23T01:00:00Z");
        anchors.round();
        log.write(4);
        log.clock.set("2026-11-24T01:00:00Z");
        anchors.round();
        log.write(3);
        lines = lines(exported(FIRST, LAST));
    }

    @AfterAll
    static void close() throws Exception {
        log.close();
    }

    @Test
    void aFileVerifiesWithTheInstallationsKeyAndWithItsOwn() throws IOException {
        Path key = Files.writeString(
                home.resolve("public.pem"), log.key.published().pem());
        var sound = new Verdict.Sound(
                FIRST,
                LAST,
                1,
                18,
                4,
                4,
                List.of(FIRST, LAST.minusDays(1)),
                java.util.Set.of(log.key.published().id()));
        byte[] file = exported(FIRST, LAST);
        assertThat(check(file)).isEqualTo(sound);
        assertThat(AuditFileCheck.check(new ByteArrayInputStream(file), KeyRing.read(key)))
                .isEqualTo(sound);
    }

    @Test
    void anyRangeOfDaysVerifiesByItself() throws IOException {
        for (LocalDate from = FIRST.minusDays(1); !from.isAfter(LAST.plusDays(1)); from = from.plusDays(1)) {
            for (LocalDate to = from; !to.isAfter(LAST.plusDays(1)); to = to.plusDays(1)) {
                assertThat(check(exported(from, to))).as(from + " to " + to).isInstanceOf(Verdict.Sound.class);
            }
        }
    }

    @Test
    void aThousandChangesOfOneByteAreAllFound() throws IOException {
        ByteChanges.assertAllFound(exported(FIRST, LAST), 1000);
    }

    @Test
    void everyRemovedEntryIsNamed() throws IOException {
        for (int at : entryLines()) {
            var without = new ArrayList<>(lines);
            String removed = without.remove(at);
            Verdict.Broken broken = broken(without);
            assertThat(broken.damage()).as(broken.toString()).isEqualTo(Damage.REMOVED);
            assertThat(broken.entry()).isEqualTo(number(removed));
            assertThat(broken.line()).isEqualTo(at + 1);
        }
    }

    @Test
    void everySwapOfNeighboursIsNamed() throws IOException {
        for (int at : entryLines()) {
            if (!lines.get(at + 1).startsWith("{\"hash\"")) {
                continue;
            }
            var swapped = new ArrayList<>(lines);
            Collections.swap(swapped, at, at + 1);
            Verdict.Broken broken = broken(swapped);
            assertThat(broken.damage()).isEqualTo(Damage.SWAPPED);
            assertThat(broken.entry()).isEqualTo(number(lines.get(at)));
            assertThat(broken.line()).isEqualTo(at + 1);
        }
    }

    @Test
    void everyRepeatedEntryIsNamed() throws IOException {
        for (int at : entryLines()) {
            var more = new ArrayList<>(lines);
            more.add(at + 1, lines.get(at));
            Verdict.Broken broken = broken(more);
            assertThat(broken.damage()).isEqualTo(Damage.INSERTED);
            assertThat(broken.entry()).isEqualTo(number(lines.get(at)));
            assertThat(broken.line()).isEqualTo(at + 2);
        }
    }

    @Test
    void anEntryThatIsReplacedWithANewHashIsNamed() throws IOException {
        for (int at : entryLines()) {
            var changed = new ArrayList<>(lines);
            String entry = lines.get(at)
                    .replaceFirst("^\\{\"hash\":\"[0-9a-f]{64}\",\"entry\":", "")
                    .replaceFirst("}$", "")
                    .replace("Sở Y tế mới", "Sở Y tế cũ");
            changed.set(at, "{\"hash\":\"" + Sha256.hex(entry) + "\",\"entry\":" + entry + "}");
            Verdict.Broken broken = broken(changed);
            assertThat(broken.damage()).isEqualTo(Damage.CHANGED);
            assertThat(broken.entry()).as(broken.toString()).isEqualTo(number(lines.get(at)));
        }
    }

    @Test
    void anchorsThatAreRemovedSwappedOrRepeatedAreFound() throws IOException {
        List<Integer> anchors = linesThatStart("{\"anchor\"");
        assertThat(anchors).hasSize(4);
        for (int at : anchors) {
            var without = new ArrayList<>(lines);
            without.remove(at);
            broken(without);
            var twice = new ArrayList<>(lines);
            twice.add(at, lines.get(at));
            assertThat(broken(twice).line()).isEqualTo(at + 2);
            for (int other : anchors) {
                var swapped = new ArrayList<>(lines);
                Collections.swap(swapped, at, other);
                if (at < other) {
                    assertThat(broken(swapped).line()).isEqualTo(at + 1);
                }
            }
        }
    }

    @Test
    void aFileCutAnywhereIsFound() throws IOException {
        byte[] whole = exported(FIRST, LAST);
        for (int length = 0; length < whole.length; length += length < 600 ? 1 : 37) {
            Verdict verdict = check(java.util.Arrays.copyOf(whole, length));
            assertThat(verdict).as("length " + length).isNotInstanceOf(Verdict.Sound.class);
            if (verdict instanceof Verdict.Broken broken) {
                assertThat(broken.damage()).as("length " + length).isEqualTo(Damage.TRUNCATED);
            }
        }
        assertThat(check(java.util.Arrays.copyOf(whole, whole.length - 1))).isInstanceOf(Verdict.Broken.class);
        var withoutTrailer = new ArrayList<>(lines);
        withoutTrailer.removeLast();
        assertThat(broken(withoutTrailer).damage()).isEqualTo(Damage.TRUNCATED);
        assertThat(broken(withoutTrailer).entry()).isEqualTo(19);
    }

    @Test
    void whatIsAppendedIsFound() throws IOException {
        for (String more : List.of("\n", " ", "x", lines.getLast() + "\n")) {
            byte[] appended = (String.join("\n", lines) + "\n" + more).getBytes(StandardCharsets.UTF_8);
            assertThat(check(appended))
                    .isInstanceOfSatisfying(
                            Verdict.Broken.class,
                            broken -> assertThat(broken.damage()).isEqualTo(Damage.APPENDED));
        }
    }

    @Test
    void aFileSignedWithAnotherKeyIsNotBelieved(@TempDir Path other) throws Exception {
        Path key = Files.writeString(
                other.resolve("public.pem"),
                new SigningKey(vn.chieng.api.home.HomeFolder.at(other))
                        .published()
                        .pem());
        assertThat(AuditFileCheck.check(new ByteArrayInputStream(exported(FIRST, LAST)), KeyRing.read(key)))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.damage()).isEqualTo(Damage.UNTRUSTED));
    }

    @Test
    void anotherFileIsNoAuditFile() throws IOException {
        assertThat(check("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Verdict.Foreign());
        assertThat(check(new byte[0])).isEqualTo(new Verdict.Foreign());
    }

    private static byte[] exported(LocalDate from, LocalDate to) throws IOException {
        var bytes = new ByteArrayOutputStream();
        log.file().write(new DayRange(from, to), bytes);
        return bytes.toByteArray();
    }

    private static List<String> lines(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).lines().toList();
    }

    private static Verdict check(byte[] file) throws IOException {
        return AuditFileCheck.check(new ByteArrayInputStream(file), null);
    }

    private static Verdict.Broken broken(List<String> lines) throws IOException {
        Verdict verdict = check((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return (Verdict.Broken) verdict;
    }

    private static List<Integer> entryLines() {
        return linesThatStart("{\"hash\"");
    }

    private static List<Integer> linesThatStart(String start) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceFirst(".*?\"number\":(\\d+).*", "$1"));
    }
}
