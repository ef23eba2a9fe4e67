package vn.chieng.api.indicators.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.indicators.IndicatorAction;
import vn.chieng.api.indicators.IndicatorPublisher;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.api.uploads.UploadWork;
import vn.chieng.event.Indicator;

/** Reads a file beside the request that brought it, never holding more than a batch of it, and applies it when a person says so. */
@Component
final class IndicatorImportRunner {
    /** Lines beyond this are refused, since the engine holds so many indicators. */
    static final int MOST_LINES = 1_000_000;

    static final long MOST_BYTES = 256L * 1024 * 1024;

    /** An import that nobody has worked on for so long died with its process. */
    static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    private static final String KIND = "indicator-import";
    private static final Logger LOG = LoggerFactory.getLogger(IndicatorImportRunner.class);
    private static final int STAGED = 10_000;
    private static final int APPLIED = 5_000;
    private static final int KEPT = 20;
    private static final int BUFFER = 64 * 1024;

    private final IndicatorImportStore imports;
    private final IndicatorPublisher publisher;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    IndicatorImportRunner(
            IndicatorImportStore imports,
            IndicatorPublisher publisher,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.imports = imports;
        this.publisher = publisher;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps what comes in a file of its own and begins to read it. */
    ImportStart start(String fileName, InputStream content, SignedIn by) throws IOException {
        tidy();
        Path file = Files.createTempFile("indicators", ".csv");
        boolean handedOver = false;
        try {
            long size = copy(content, file);
            if (size > MOST_BYTES) {
                return new ImportStart.Refused(ImportStart.Reason.TOO_LARGE);
            }
            if (columns(file, by).isEmpty()) {
                return new ImportStart.Refused(size == 0 ? ImportStart.Reason.MISSING : ImportStart.Reason.NO_HEADER);
            }
            Optional<IndicatorImport> job = imports.start(fileName, by, clock.instant());
            if (job.isEmpty()) {
                return new ImportStart.Refused(ImportStart.Reason.BUSY);
            }
            handedOver = true;
            UploadWork.begin(
                    KIND,
                    job.get().id(),
                    () -> read(job.get().id(), file, by),
                    () -> imports.fail(job.get().id(), "stopped", clock.instant()));
            return new ImportStart.Started(job.get());
        } finally {
            if (!handedOver) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copy(InputStream content, Path file) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0 && size <= MOST_BYTES; read = content.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        return size;
    }

    private Optional<IndicatorColumns> columns(Path file, SignedIn by) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String header = lines(in).next();
            return header == null ? Optional.empty() : IndicatorColumns.of(header, by.displayName(), clock);
        }
    }

    /** What is not UTF-8 becomes the sign for that, and its line is refused as no indicator. */
    private static BoundedLines lines(InputStream in) {
        return new BoundedLines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    }

    /** Begins to apply what was compared; false where it cannot be, or another import runs. */
    boolean apply(long id, SignedIn by) {
        tidy();
        if (!imports.move(id, UploadState.APPLYING, clock.instant())) {
            return false;
        }
        UploadWork.begin(KIND, id, () -> applyAll(id, by), () -> imports.move(id, UploadState.READY, clock.instant()));
        return true;
    }

    /** Also before an import is looked at: nobody is told that an abandoned one still runs. */
    void tidy() {
        imports.tidy(clock.instant().minus(ABANDONED_AFTER), KEPT);
    }

    private void read(long id, Path file, SignedIn by) {
        try (InputStream in = Files.newInputStream(file)) {
            BoundedLines lines = lines(in);
            IndicatorColumns columns = IndicatorColumns.of(
                            Objects.requireNonNull(lines.next()), by.displayName(), clock)
                    .orElseThrow();
            List<ImportLine> batch = new ArrayList<>(STAGED);
            int number = 1;
            for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                number++;
                if (number > MOST_LINES + 1) {
                    imports.fail(id, "too-many", clock.instant());
                    return;
                }
                if (!line.isBlank()) {
                    batch.add(columns.read(number, line));
                }
                if (batch.size() == STAGED) {
                    imports.stage(id, batch, clock.instant());
                    batch.clear();
                }
            }
            imports.stage(id, batch, clock.instant());
            imports.conclude(id, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file.path", file.toString()).log("an imported file is left over");
        }
    }

    private void applyAll(long id, SignedIn by) {
        int after = 0;
        for (int last = applySome(id, by, after); last > after; last = applySome(id, by, after)) {
            after = last;
            LOG.atDebug().addKeyValue("chieng.import.id", id).log("indicators of an import are applied");
        }
        imports.move(id, UploadState.APPLIED, clock.instant());
    }

    private int applySome(long id, SignedIn by, int after) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            IndicatorImportStore.Applied step = imports.apply(id, by.displayName(), after, APPLIED, clock.instant());
            List<Indicator> applied = step.indicators();
            applied.forEach(publisher::publish);
            if (!applied.isEmpty()) {
                audit.record(
                        by,
                        AuditRecord.of(
                                        IndicatorAction.INDICATORS_IMPORTED,
                                        "indicator-import",
                                        String.valueOf(id),
                                        imports.find(id)
                                                .map(IndicatorImport::fileName)
                                                .orElse(null),
                                        Set.of())
                                .changed(Map.of(), Map.of("indicators", applied.size())));
            }
            return step.last();
        }));
    }
}
