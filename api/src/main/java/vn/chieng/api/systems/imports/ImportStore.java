package vn.chieng.api.systems.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.uploads.UploadState;

/** Keeps uploads of systems; each is seen by whoever has its body in scope. */
public interface ImportStore {
    ImportJob start(String fileName, byte[] content, String organizationId, SignedIn by, Instant now);

    Optional<ImportJob> find(long id, Scope scope);

    List<ImportJob> recent(Scope scope, int most);

    byte[] content(long id);

    /** Seen at once, also while a transaction runs. */
    void progress(long id, int total, int done, Instant now);

    /** Keeps what the comparison came to. */
    void compared(long id, ImportJob.Counts counts, List<ImportLine> lines, Instant now);

    /** Moves it on; false where it may not go there any more. */
    boolean move(long id, UploadState to, Instant now);

    /** Gives up what nobody has worked on since. */
    void tidy(Instant untouchedSince);

    List<ImportLine> lines(long id, ImportLine.Verdict verdict, int offset, int limit);

    List<ImportLine> allLines(long id);
}
