package vn.chieng.api.annualreport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;

/** Keeps reports and the parts of units; a change names the version it was made from and is refused where that is stale. */
public interface ReportStore {

    /** The latest year first. */
    List<StoredReport> list();

    Optional<StoredReport> find(int year);

    /** Begins a report with empty text; false where there is one for the year. */
    boolean add(StoredReport report);

    /** The parts within the scope, by organisation id. */
    List<StoredPart> parts(int year, Scope scope);

    Optional<StoredPart> part(int year, String organizationId, Scope scope);

    /** Adds a part; nothing happens where there is one. */
    void addPart(int year, String organizationId, UnitPart part);

    /** Writes a part of an open report, which takes its approval away; false where it is stale or the report is closed. */
    boolean savePart(int year, String organizationId, UnitPart part, int version);

    /** Approves a part of an open report, or takes the approval away where nobody is named. */
    boolean approve(
            int year, String organizationId, int version, @Nullable String by, @Nullable LateApproval late, Instant at);

    /** Writes text and head of an open report. */
    boolean saveText(int year, Map<String, String> sections, ReportHead head, int version);

    boolean freeze(int year, int version, byte[] content, StoredReport.Seal seal, @Nullable LateApproval late);

    /** Opens a frozen report again and forgets its files. */
    boolean thaw(int year, int version);

    boolean sign(int year, int version, SignedCopy copy, StoredReport.Seal seal);

    /** The bytes that were frozen. */
    Optional<byte[]> content(int year);

    /** The signed copy. */
    Optional<SignedCopy> signedCopy(int year);

    void saveFile(int year, ReportFile file);

    Optional<ReportFile> file(int year, String format, String language);

    /** Which files there are, without their bytes, as {@code format-language}. */
    List<String> files(int year);
}
