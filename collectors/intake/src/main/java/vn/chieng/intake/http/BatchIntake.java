package vn.chieng.intake.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chieng.intake.frame.BatchLine;
import vn.chieng.intake.frame.Fault;
import vn.chieng.intake.frame.Frame;
import vn.chieng.intake.frame.FrameCounters;
import vn.chieng.intake.frame.FrameCounters.Reason;
import vn.chieng.intake.frame.Transport;
import vn.chieng.intake.sources.Source;
import vn.chieng.intake.spool.Spool;

/** Checks a batch, spools its lines, and answers when the last of them is on the disk. Runs beside the event loops. */
final class BatchIntake {
    private static final int BATCH_ID_BYTES = 16;

    private final Spool spool;
    private final RecentBatches recent;
    private final FrameCounters counters;
    private final Clock clock;
    private final HttpLimits limits;

    /** Who sent what. */
    record Request(Source source, String peer, @Nullable String idempotencyKey, Body body) {}

    /** What the sender is told. */
    sealed interface Answer {
        record Accepted(BatchCheck.Outcome.Checked batch) implements Answer {}

        record Refused(ProblemType problem, String detail) implements Answer {}
    }

    BatchIntake(Spool spool, RecentBatches recent, FrameCounters counters, Clock clock, HttpLimits limits) {
        this.spool = spool;
        this.recent = recent;
        this.counters = counters;
        this.clock = clock;
        this.limits = limits;
    }

    /** Answers exactly once, now or when the disk is done. */
    void take(Request request, Consumer<Answer> answer) {
        switch (BatchCheck.check(request.body(), limits)) {
            case BatchCheck.Outcome.Refused(ProblemType problem, String detail) ->
                answer.accept(new Answer.Refused(problem, detail));
            case BatchCheck.Outcome.Checked batch -> take(request, batch, answer);
        }
    }

    private void take(Request request, BatchCheck.Outcome.Checked batch, Consumer<Answer> answer) {
        String id = batchId(request, batch.sha256());
        String body = batch.sha256().substring(0, 16);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        switch (recent.begin(id, body, now)) {
            case RecentBatches.Beginning.OtherBody _ ->
                answer.accept(new Answer.Refused(ProblemType.KEY_REUSED, "choose a new Idempotency-Key"));
            case RecentBatches.Beginning.Complete _ -> answer.accept(new Answer.Accepted(batch));
            case RecentBatches.Beginning.Open(Instant created) -> {
                count(batch);
                if (batch.lastLine() < 0) {
                    answer.accept(new Answer.Accepted(batch));
                    return;
                }
                Runnable accepted = () -> {
                    recent.completed(id);
                    counters.accepted(Transport.HTTP, batch.good() + batch.wrong());
                    answer.accept(new Answer.Accepted(batch));
                };
                if (!spool(request, batch, new Place(id, body, created), accepted)) {
                    answer.accept(new Answer.Refused(ProblemType.NOT_ACCEPTING, "the spool is full, send it again"));
                }
            }
        }
    }

    private record Place(String batch, String body, Instant created) {}

    private boolean spool(Request request, BatchCheck.Outcome.Checked batch, Place place, Runnable accepted) {
        try {
            LineCutter cutter = new LineCutter(request.body().open(), null, limits.maxLine(), limits.maxBody());
            for (int index = 0; index <= batch.lastLine(); index++) {
                LineCutter.Line line = cutter.next();
                if (line == null || line.isBlank()) {
                    continue;
                }
                if (spool.level() == Spool.Level.ABOVE_HIGH_MARK && !drained()) {
                    return false;
                }
                boolean last = index == batch.lastLine();
                Fault fault = BatchCheck.fault(line, limits.maxLine()).orElse(null);
                spool.append(
                        new Frame(
                                request.source(),
                                Transport.HTTP,
                                request.peer(),
                                place.created(),
                                new BatchLine(place.batch(), place.body(), index, last),
                                fault,
                                line.bytes()),
                        last ? accepted : null);
            }
            return true;
        } catch (IOException e) {
            throw new IllegalStateException("a body that was read once cannot be read again", e);
        }
    }

    private boolean drained() {
        CountDownLatch latch = new CountDownLatch(1);
        spool.onceDrained(latch::countDown);
        try {
            return latch.await(limits.acceptTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void count(BatchCheck.Outcome.Checked batch) {
        for (int line = 0; line < batch.good() + batch.wrong(); line++) {
            counters.received(Transport.HTTP);
        }
        for (int line = 0; line < batch.blank(); line++) {
            counters.refused(Transport.HTTP, Reason.EMPTY);
        }
        for (int line = 0; line < batch.wrong(); line++) {
            counters.refused(Transport.HTTP, Reason.INVALID_JSON);
        }
    }

    private static String batchId(Request request, String sha256) {
        MessageDigest digest = BatchCheck.sha256();
        digest.update(request.source().id().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        String own = request.idempotencyKey() != null ? "key " + request.idempotencyKey() : "body " + sha256;
        digest.update(own.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, BATCH_ID_BYTES);
    }
}
