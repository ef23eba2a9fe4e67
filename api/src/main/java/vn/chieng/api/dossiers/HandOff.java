package vn.chieng.api.dossiers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.dossiers.content.CanonicalBytes;

/** Bundles a dossier for an authority outside: papers, attachments, its content as data, and a manifest of their hashes. */
@Component
class HandOff {
    private static final String MANIFEST = "manifest.json";

    private final DossierPapers papers;
    private final DossierFiles files;
    private final ReviewStore reviews;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    HandOff(
            DossierPapers papers,
            DossierFiles files,
            ReviewStore reviews,
            JsonMapper json,
            AuditTrail audit,
            TransactionTemplate transactions) {
        this.papers = papers;
        this.files = files;
        this.reviews = reviews;
        this.json = json;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** One file of the bundle, as the manifest lists it. */
    record Line(String name, long bytes, String sha256) {}

    /** What the manifest says. */
    record Manifest(
            int schema,
            String dossier,
            int contentVersion,
            String system,
            int level,
            String pack,
            String label,
            List<Line> files) {}

    byte[] bundle(DossierContext.Known known, SignedIn by) throws IOException {
        Dossier dossier = known.dossier();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        print(known, DossierPapers.WHOLE, contents);
        for (var form : DossierPapers.forms(known)) {
            print(known, form.id(), contents);
        }
        contents.put("content.json", json.writeValueAsBytes(known.stored()));
        for (DossierFile file : reviews.files(dossier.id())) {
            contents.put(
                    "files/" + file.sha256().substring(0, 12) + "-" + file.name(),
                    Files.readAllBytes(files.path(file)));
        }
        List<Line> lines = new ArrayList<>();
        contents.forEach((name, bytes) -> lines.add(new Line(name, bytes.length, CanonicalBytes.sha256(bytes))));
        Manifest manifest = new Manifest(
                1,
                dossier.number(),
                dossier.contentVersion(),
                dossier.systemCode(),
                dossier.level(),
                known.pack().version().toString(),
                dossier.label(),
                lines);
        contents.put(MANIFEST, json.writeValueAsBytes(manifest));
        byte[] zip = zip(contents, dossier);
        transactions.executeWithoutResult(_ -> audit.record(
                by,
                AuditRecord.of(
                                DossierAction.DOSSIER_HANDED_OFF,
                                "dossier",
                                dossier.id().toString(),
                                dossier.number(),
                                Set.copyOf(dossier.organizationIds()))
                        .changed(Map.of(), Map.of("sha256", CanonicalBytes.sha256(zip)))));
        return zip;
    }

    private void print(DossierContext.Known known, String form, Map<String, byte[]> contents) throws IOException {
        for (DocumentFormat format : List.of(DocumentFormat.PDF, DocumentFormat.DOCX)) {
            papers.print(known, form, format, DocumentLanguage.VIETNAMESE)
                    .ifPresent(printed -> contents.put("papers/" + printed.name(), printed.bytes()));
        }
    }

    /** The same content gives the same bytes: the entries carry the day of the dossier, not of the bundle. */
    private static byte[] zip(Map<String, byte[]> contents, Dossier dossier) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTimeLocal(
                        dossier.changedAt().atOffset(ZoneOffset.ofHours(7)).toLocalDateTime());
                zip.putNextEntry(entry);
                zip.write(Objects.requireNonNull(content.getValue()));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
