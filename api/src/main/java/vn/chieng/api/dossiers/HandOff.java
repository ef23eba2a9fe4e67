package vn.chieng.api.dossiers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentLanguage;

/** Bundles a dossier for an authority outside: papers, attachments, its content as data, and a manifest of their hashes. */
@Component
class HandOff {
    private static final String MANIFEST = "manifest.json";

    private final DossierPapers papers;
    private final DossierFiles files;
    private final ReviewStore reviews;
    private final DossierSettings settings;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    HandOff(
            DossierPapers papers,
            DossierFiles files,
            ReviewStore reviews,
            DossierSettings settings,
            JsonMapper json,
            AuditTrail audit,
            TransactionTemplate transactions) {
        this.papers = papers;
        this.files = files;
        this.reviews = reviews;
        this.settings = settings;
        this.json = json;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What the manifest says. */
    record Manifest(
            int schema,
            String dossier,
            int contentVersion,
            String system,
            int level,
            String pack,
            String label,
            List<BundleWriter.Line> files) {}

    /** Writes the bundle into a file; false where it would be larger than is allowed. */
    boolean bundle(DossierContext.Known known, Path file, SignedIn by) throws IOException {
        Dossier dossier = known.dossier();
        List<DossierFile> attached = reviews.files(dossier.id());
        if (attached.stream().mapToLong(DossierFile::bytes).sum()
                > settings.maxHandOff().toBytes()) {
            return false;
        }
        LocalDateTime time = dossier.changedAt().atOffset(ZoneOffset.ofHours(7)).toLocalDateTime();
        String sha256;
        try (BundleWriter bundle = new BundleWriter(file, time)) {
            print(known, DossierPapers.WHOLE, bundle);
            for (var form : DossierPapers.forms(known)) {
                print(known, form.id(), bundle);
            }
            bundle.add("content.json", canonical(known.stored()));
            for (DossierFile each : attached) {
                bundle.add("files/" + each.sha256().substring(0, 12) + "-" + each.name(), files.path(each));
            }
            bundle.add(MANIFEST, canonical(manifest(known, bundle.lines())));
            sha256 = bundle.finish();
        }
        transactions.executeWithoutResult(_ -> audit.record(
                by,
                AuditRecord.of(
                                DossierAction.DOSSIER_HANDED_OFF,
                                "dossier",
                                dossier.id().toString(),
                                dossier.number(),
                                Set.copyOf(dossier.organizationIds()))
                        .changed(Map.of(), Map.of("sha256", sha256))));
        return true;
    }

    private static Manifest manifest(DossierContext.Known known, List<BundleWriter.Line> lines) {
        Dossier dossier = known.dossier();
        return new Manifest(
                1,
                dossier.number(),
                dossier.contentVersion(),
                dossier.systemCode(),
                dossier.level(),
                known.pack().version().toString(),
                dossier.label(),
                lines);
    }

    private void print(DossierContext.Known known, String form, BundleWriter bundle) throws IOException {
        for (DocumentFormat format : List.of(DocumentFormat.PDF, DocumentFormat.DOCX)) {
            Path paper = Files.createTempFile("paper", ".print");
            try {
                if (papers.print(known, form, format, DocumentLanguage.VIETNAMESE, paper)
                        .isPresent()) {
                    bundle.add("papers/" + DossierPapers.name(known, form, format), paper);
                }
            } finally {
                Files.delete(paper);
            }
        }
    }

    /** The same content gives the same bytes: what is a map is written by its keys. */
    private byte[] canonical(Object value) {
        return json.writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsBytes(value);
    }
}
