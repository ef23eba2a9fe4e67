package vn.chieng.intake.http;

import java.io.EOFException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import vn.chieng.codecs.EventJson;
import vn.chieng.intake.frame.Fault;

/** First look at a body: how many lines, which of them are wrong, and its hash. */
final class BatchCheck {

    /** What the look found. */
    sealed interface Outcome {
        /**
         * The body can be taken.
         *
         * @param lastLine index of the last line that is not blank, or -1
         * @param good lines that are events
         * @param wrong lines that are kept as errors
         */
        record Checked(String sha256, int lastLine, int good, int blank, int wrong, List<LineError> errors)
                implements Outcome {
            public Checked {
                errors = List.copyOf(errors);
            }
        }

        record Refused(ProblemType problem, String detail) implements Outcome {}
    }

    /** @param line counts from 1 */
    record LineError(int line, String reason) {}

    private BatchCheck() {}

    static Outcome check(Body body, HttpLimits limits) {
        MessageDigest digest = sha256();
        int index = 0;
        int lastLine = -1;
        int good = 0;
        int blank = 0;
        List<LineError> errors = new ArrayList<>();
        int wrong = 0;
        try {
            LineCutter cutter = new LineCutter(body.open(), digest, limits.maxLine(), limits.maxBody());
            for (LineCutter.Line line = cutter.next(); line != null; line = cutter.next()) {
                Optional<Fault> fault = line.isBlank() ? Optional.empty() : fault(line, limits.maxLine());
                if (line.isBlank()) {
                    blank++;
                } else if (fault.isEmpty()) {
                    good++;
                    lastLine = index;
                } else {
                    wrong++;
                    lastLine = index;
                    if (errors.size() < HttpLimits.MAX_REPORTED_ERRORS) {
                        errors.add(new LineError(index + 1, fault.get().detail()));
                    }
                }
                index++;
            }
        } catch (LineCutter.BodyTooLargeException e) {
            return new Outcome.Refused(ProblemType.BODY_TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (ZipException | EOFException e) {
            return new Outcome.Refused(ProblemType.BAD_REQUEST, "the body is not whole gzip");
        } catch (IOException e) {
            return new Outcome.Refused(ProblemType.BAD_REQUEST, "the body cannot be read");
        }
        return new Outcome.Checked(HexFormat.of().formatHex(digest.digest()), lastLine, good, blank, wrong, errors);
    }

    /** What is wrong with the line, if anything is. */
    static Optional<Fault> fault(LineCutter.Line line, int maxLine) {
        if (line.length() > maxLine) {
            return Optional.of(new Fault(
                    Fault.FRAME_TOO_LONG,
                    "the line has " + line.length() + " bytes, only the first " + maxLine + " are kept"));
        }
        return switch (EventJson.parse(line.bytes())) {
            case EventJson.Parsed.Fields _ -> Optional.empty();
            case EventJson.Parsed.Broken broken ->
                Optional.of(new Fault(broken.reason().code(), broken.problem() + " (column " + broken.column() + ")"));
        };
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
