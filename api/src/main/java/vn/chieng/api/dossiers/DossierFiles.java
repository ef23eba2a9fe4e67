package vn.chieng.api.dossiers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.dossiers.workflow.MoveOutcome;
import vn.chieng.api.home.FileTypes;
import vn.chieng.api.home.PrivateFiles;

/** Takes files into the private folder, by their hash, once somebody has stated that they hold no state secret. */
@Component
public class DossierFiles {
    private final TransactionTemplate transactions;
    private final DossierStore store;
    private final ReviewStore reviews;
    private final DossierContext context;
    private final DossierSettings settings;
    private final PrivateFiles files;
    private final AuditTrail audit;

    DossierFiles(
            TransactionTemplate transactions,
            DossierStore store,
            ReviewStore reviews,
            DossierContext context,
            DossierSettings settings,
            PrivateFiles files,
            AuditTrail audit) {
        this.transactions = transactions;
        this.store = store;
        this.reviews = reviews;
        this.context = context;
        this.settings = settings;
        this.files = files;
        this.audit = audit;
    }

    /**
     * A file that somebody offers.
     *
     * @param place to what of the dossier it belongs
     * @param attested whether the person states that it holds no state secret
     * @param form of which form it is the signed copy
     * @param generatedSha256 the hash of the generated file that was signed
     */
    public record Offered(
            String name,
            FilePlace place,
            boolean attested,
            @Nullable String form,
            @Nullable String generatedSha256) {}

    /** Streams the file to disk and adds it. */
    public DossierOutcome<DossierFile> add(UUID id, Offered offered, InputStream content, SignedIn by)
            throws IOException {
        Optional<Dossier> dossier = context.visible(id, by);
        if (dossier.isEmpty()) {
            return new DossierOutcome.Unknown<>();
        }
        Optional<DossierOutcome<DossierFile>> refused = refused(dossier.get(), offered);
        if (refused.isPresent()) {
            return refused.get();
        }
        UUID fileId = UUID.randomUUID();
        Optional<PrivateFiles.Taken> stored =
                files.take(path(fileId), content, settings.maxFile().toBytes());
        if (stored.isEmpty()) {
            return DossierOutcome.refused(
                    "file", "file-size", settings.maxFile().toMegabytes());
        }
        DossierFile file = new DossierFile(
                fileId,
                offered.place().section(),
                offered.place().item(),
                FileTypes.lastName(offered.name()),
                FileTypes.mediaType(offered.name()).orElseThrow(),
                stored.get().bytes(),
                stored.get().sha256(),
                dossier.get().label(),
                offered.form(),
                offered.generatedSha256(),
                by.accountId(),
                by.displayName(),
                context.now());
        return Objects.requireNonNull(transactions.execute(_ -> added(dossier.get(), file, by)));
    }

    private DossierOutcome<DossierFile> added(Dossier dossier, DossierFile file, SignedIn by) {
        reviews.addFile(dossier.id(), file);
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        after.put("name", file.name());
        after.put("section", file.section());
        after.put("item", file.item());
        after.put("sha256", file.sha256());
        after.put("bytes", file.bytes());
        after.put("form", file.form());
        after.put("generated_sha256", file.generatedSha256());
        after.put("attested_no_state_secret", true);
        audit.record(by, record(DossierAction.DOSSIER_FILE_ADDED, dossier).changed(Map.of(), after));
        return new DossierOutcome.Done<>(file);
    }

    /** What speaks against taking it, before a byte of it is read. */
    private Optional<DossierOutcome<DossierFile>> refused(Dossier dossier, Offered offered) {
        if (!offered.attested()) {
            return Optional.of(DossierOutcome.refused("attested", "attestation-missing"));
        }
        if (FileTypes.mediaType(offered.name()).isEmpty()) {
            return Optional.of(DossierOutcome.refused("file", "file-type", FileTypes.ending(offered.name())));
        }
        if (!offered.place().existsIn(context.known(dossier).sections())) {
            return Optional.of(DossierOutcome.refused("place", "file-place"));
        }
        if (!takes(dossier.state(), offered)) {
            return Optional.of(new DossierOutcome.NotAllowed<>(new MoveOutcome.NotNow(dossier.state())));
        }
        String form = offered.form();
        String generated = offered.generatedSha256();
        return form != null && (generated == null || !reviews.wasPrinted(dossier.id(), form, generated))
                ? Optional.of(DossierOutcome.refused("generated", "paper-unknown"))
                : Optional.empty();
    }

    /** A signed copy is taken at any time; what belongs to a section only while the section can be written. */
    private static boolean takes(DossierState state, Offered offered) {
        return offered.form() != null || (offered.place().section() == null ? state.open() : state.editable());
    }

    /** Takes an attachment away; its bytes stay until the dossier's time of keeping is over. */
    public DossierOutcome<DossierFile> remove(UUID id, UUID fileId, SignedIn by) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Dossier> dossier = store.lock(id, by.scope());
            Optional<DossierFile> file = dossier.flatMap(_ -> reviews.file(id, fileId));
            if (file.isEmpty()) {
                return new DossierOutcome.Unknown<>();
            }
            DossierState state = dossier.get().state();
            if (!state.editable() || file.get().form() != null) {
                return new DossierOutcome.NotAllowed<>(new MoveOutcome.NotNow(state));
            }
            reviews.removeFile(id, fileId, context.now());
            audit.record(
                    by,
                    record(DossierAction.DOSSIER_FILE_REMOVED, dossier.get())
                            .changed(
                                    Map.of(
                                            "name",
                                            file.get().name(),
                                            "sha256",
                                            file.get().sha256()),
                                    Map.of()));
            return new DossierOutcome.Done<>(file.get());
        }));
    }

    /** Where the bytes of a file lie. */
    Path path(DossierFile file) {
        return path(file.id());
    }

    private Path path(UUID id) {
        return files.path("dossiers").resolve(id.toString());
    }

    private static AuditRecord record(DossierAction action, Dossier dossier) {
        return AuditRecord.of(
                action, "dossier", dossier.id().toString(), dossier.number(), Set.copyOf(dossier.organizationIds()));
    }
}
