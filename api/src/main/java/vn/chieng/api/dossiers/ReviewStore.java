package vn.chieng.api.dossiers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.chieng.api.access.SignedIn;

/** Keeps what belongs to appraisal: remarks, findings, the council; and files with the papers they were signed from. */
public interface ReviewStore {

    List<Remark> remarks(UUID dossierId);

    Optional<Remark> remark(UUID dossierId, long id);

    void addRemark(UUID dossierId, Remark remark);

    void reply(UUID dossierId, long id, String text, SignedIn by, Instant at);

    void resolve(UUID dossierId, long id, Instant at);

    Map<String, SectionFinding> findings(UUID dossierId);

    void find(UUID dossierId, SectionFinding finding);

    List<CouncilSeat> council(UUID dossierId);

    void seat(UUID dossierId, Collection<CouncilSeat> seats);

    void vote(UUID dossierId, long accountId, boolean fit, String opinion, Instant at);

    List<DossierFile> files(UUID dossierId);

    Optional<DossierFile> file(UUID dossierId, UUID fileId);

    void addFile(UUID dossierId, DossierFile file);

    void removeFile(UUID dossierId, UUID fileId, Instant at);

    /** Notes that a form was printed with these bytes. */
    void printed(UUID dossierId, String form, String sha256, String by, Instant at);

    /** Whether the form was ever printed with these bytes. */
    boolean wasPrinted(UUID dossierId, String form, String sha256);
}
