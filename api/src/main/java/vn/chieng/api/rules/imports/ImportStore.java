package vn.chieng.api.rules.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.uploads.UploadState;

/** Keeps imports, so that every instance of the process shows how far one is. */
public interface ImportStore {

    /** Begins one, unless another is running. */
    Optional<ImportJob> start(String fileName, SignedIn by, Instant now);

    /** One of them. */
    Optional<ImportJob> find(long id);

    /** The latest, newest first. */
    List<ImportJob> recent(int most);

    /** How far it is; seen at once by others, also while a transaction runs here. */
    void progress(long id, int total, int done, Instant now);

    /** Keeps the comparison; rules that change nothing are only counted. */
    void compared(long id, ImportJob.Counts counts, List<ImportItem> items, Instant now);

    /** Moves it on, where it is in a state that leads there and, for one that runs, no other is running; whether it was. */
    boolean move(long id, UploadState to, Instant now);

    /** It has failed. */
    void fail(long id, @Nullable String why, Instant now);

    /** It is applied; whether it was still being. */
    boolean applied(long id, int taken, int enabled, Instant now);

    /** Those that nobody has worked on since then have failed; earlier ones than the {@code kept} latest are forgotten. */
    void tidy(Instant untouchedSince, int kept);

    /** Rules of one verdict, or those that are not effective; in the order of the upload. */
    List<ImportItem> items(long id, ImportItem.@Nullable Verdict verdict, int offset, int limit);

    /** The rule that the upload has under this id. */
    Optional<ImportItem> item(long id, String ruleId);

    /** All rules that could be accepted, with their texts. */
    List<ImportItem> acceptable(long id);

    /** The products that new rules name, so that a person can choose among them. */
    List<String> products(long id);
}
