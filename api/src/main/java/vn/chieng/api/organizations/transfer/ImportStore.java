package vn.chieng.api.organizations.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.uploads.UploadState;

/** Keeps imports, so that every instance of the process shows how far one is. */
public interface ImportStore {

    /** Begins one, unless another is running. */
    Optional<ImportJob> start(String fileName, byte[] content, SignedIn by, Instant now);

    /** One of them. */
    Optional<ImportJob> find(long id);

    /** The latest, newest first. */
    List<ImportJob> recent(int most);

    /** The file. */
    byte[] content(long id);

    /** How far it is; seen at once by others, also while a transaction runs here. */
    void progress(long id, int total, int done, Instant now);

    /** Keeps the comparison; lines that change nothing are only counted. */
    void compared(
            long id,
            ImportJob.Content content,
            long baseVersion,
            ImportJob.Counts counts,
            List<ImportLine> lines,
            Instant now);

    /** Moves it on, where it is in a state that leads there and, for one that runs, no other is running; whether it was. */
    boolean move(long id, UploadState to, Instant now);

    /** Those that nobody has worked on since then have failed; earlier ones than the {@code kept} latest are forgotten. */
    void tidy(Instant untouchedSince, int kept);

    /** Lines of one verdict, in the order of the file. */
    List<ImportLine> lines(long id, ImportLine.Verdict verdict, int offset, int limit);
}
