package vn.chieng.api.indicators.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.event.Indicator;

/** Keeps imports and their lines, so that every instance of the process shows how far one is. */
public interface IndicatorImportStore {

    /** Begins one, unless another is running. */
    Optional<IndicatorImport> start(String fileName, SignedIn by, Instant now);

    Optional<IndicatorImport> find(long id);

    /** The latest, newest first. */
    List<IndicatorImport> recent(int most);

    /** Keeps lines that were read, with what each would change; one that repeats an indicator of an earlier line is refused. */
    void stage(long id, List<ImportLine> lines, Instant now);

    /** Counts what the lines would change, and says that the import is ready. */
    void conclude(long id, Instant now);

    /** Lines of one verdict, in the order of the file. */
    List<ImportLine> lines(long id, ImportLine.Verdict verdict, int offset, int limit);

    /** Takes the next lines that change something off the import and writes their indicators; within a transaction. */
    Applied apply(long id, String by, int after, int most, Instant now);

    /**
     * What was written.
     *
     * @param last the line after which to go on
     */
    record Applied(List<Indicator> indicators, int last) {
        public Applied {
            indicators = List.copyOf(indicators);
        }
    }

    /** Moves it on, where it is in a state that leads there and, for one that runs, no other is running; whether it was. */
    boolean move(long id, UploadState to, Instant now);

    /** Ends it for a reason that has words. */
    void fail(long id, String failure, Instant now);

    /** Those that nobody has worked on since then have stopped; earlier ones than the {@code kept} latest are forgotten. */
    void tidy(Instant untouchedSince, int kept);
}
