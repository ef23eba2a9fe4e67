package vn.chieng.api.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chieng.api.audit.AuditDatabase;
import vn.chieng.api.home.HomeFolder;

class DayAnchorsIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path home = Path.of("");

    private AuditDatabase log;

    @BeforeEach
    void open() throws Exception {
        log = new AuditDatabase(home);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void aDayIsClosedWhenItIsOverInVietnamAndOnlyOnce() {
        DayAnchors anchors = log.dayAnchors(new AuditSettings(null, null));
        anchors.round();
        assertThat(log.anchors.count()).as("an empty log has no day to close").isZero();
        log.write(3);
        log.clock.set("2026-11-20T16:59:59Z");
        anchors.round();
        assertThat(log.anchors.count()).isZero();
        log.clock.set("2026-11-20T17:00:00Z");
        anchors.round();
        anchors.round();
        assertThat(log.anchors.between(FIRST, FIRST, 10)).singleElement().satisfies(anchor -> {
            Anchor read = Anchor.read(anchor.line());
            assertThat(read.count()).isEqualTo(3);
            assertThat(read.hash()).isEqualTo(log.chain.hash(3));
            assertThat(log.key.published().verifies(anchor.line(), anchor.signature()))
                    .isTrue();
        });
    }

    @Test
    void daysWithoutEntriesAreClosedTooAlsoAfterALongStop() {
        log.write(1);
        log.clock.set("2028-01-01T03:00:00Z");
        DayAnchors anchors = log.dayAnchors(new AuditSettings(null, null));
        anchors.round();
        assertThat(log.anchors.count()).isEqualTo(DayAnchors.MOST_CLOSED);
        anchors.round();
        assertThat(log.anchors.last().orElseThrow().day()).isEqualTo("2027-12-31");
        assertThat(log.verification().verify(_ -> {})).isInstanceOf(ChainFinding.Intact.class);
    }

    @Test
    void whileAnotherInstanceActsThisOneDoesNot() {
        log.write(1);
        log.clock.set("2026-11-22T03:00:00Z");
        DayAnchors anchors = log.dayAnchors(new AuditSettings(null, null));
        log.transactions.executeWithoutResult(_ -> {
            assertThat(log.anchors.alone()).isTrue();
            CompletableFuture.runAsync(anchors::round).join();
        });
        assertThat(log.anchors.count()).isZero();
    }

    @Test
    void anchorsReachTheFileInOrderOnceItCanBeWritten() throws Exception {
        Path folder = home.resolve("share");
        Path file = folder.resolve("anchors.jsonl");
        DayAnchors anchors = log.dayAnchors(new AuditSettings(file, null));
        log.write(2);
        log.clock.set("2026-11-23T03:00:00Z");
        anchors.round();
        assertThat(log.anchors.deliveries(FIRST, FIRST.plusDays(9)))
                .singleElement()
                .satisfies(delivery -> {
                    assertThat(delivery.deliveredAt()).isNull();
                    assertThat(delivery.problem()).contains("NoSuchFile");
                });
        Files.createDirectory(folder);
        anchors.round();
        anchors.round();
        assertThat(Files.readAllLines(file))
                .isEqualTo(log.anchors.between(FIRST, FIRST.plusDays(9), 10).stream()
                        .map(StoredAnchor::signedLine)
                        .toList())
                .hasSize(3);
        assertThat(log.anchors.deliveries(FIRST, FIRST.plusDays(9)))
                .allSatisfy(delivery -> assertThat(delivery.deliveredAt()).isNotNull());
    }

    @Test
    void anchorsReachACollectorAsSyslogOverTcp() throws Exception {
        log.write(1);
        log.clock.set("2026-11-21T03:00:00Z");
        try (var collector = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> {
                try (var connection = collector.accept()) {
                    return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            var uri = URI.create("tcp://127.0.0.1:" + collector.getLocalPort());
            log.dayAnchors(new AuditSettings(null, uri)).round();
            String frame = received.get(10, java.util.concurrent.TimeUnit.SECONDS);
            String message = frame.substring(frame.indexOf(' ') + 1);
            assertThat(Integer.parseInt(frame.substring(0, frame.indexOf(' ')))).isEqualTo(message.length());
            assertThat(message)
                    .startsWith("<110>1 2026-11-21T03:00:00Z ")
                    .contains(" chieng-api - audit-anchor - {\"anchor\":{\"day\":\"2026-11-20\"")
                    .endsWith("\"}");
        }
        assertThat(log.anchors.undelivered("syslog:tcp://elsewhere:1", 10)).hasSize(1);
    }

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws Exception {
        Path file = home.resolve(SigningKey.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new SigningKey(HomeFolder.at(home)).published()).isEqualTo(log.key.published());
        assertThat(log.key.published().pem().lines()).hasSize(3);
    }
}
