package vn.chieng.api.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.evidence.EvidenceItem.CustodyStep;
import vn.chieng.api.evidence.EvidenceItem.Step;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;

/** Puts files into the locker, checks them, and hands out encrypted copies; every step goes into the chain of custody. */
@Component
final class Locker {
    static final String FOLDER = "evidence";
    private static final int LINES = 500;
    private static final int MOST_TEXT = 1_000;
    private static final int MOST_NAME = 150;
    private static final int SHORTEST_PASSWORD = 12;

    private final LockerStore store;
    private final IncidentRegister incidents;
    private final IncidentStore lines;
    private final EvidenceSettings settings;
    private final LockerFiles files;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final EncryptedArchive archive = new EncryptedArchive(new SecureRandom());

    Locker(
            LockerStore store,
            IncidentRegister incidents,
            IncidentStore lines,
            EvidenceSettings settings,
            PrivateFiles home,
            TransactionTemplate transactions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.lines = lines;
        this.settings = settings;
        files = new LockerFiles(home.path(FOLDER), settings.maxFile().toBytes());
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        files.sweep(clock);
    }

    /** Streams a file into the locker. */
    public LockerOutcome add(
            long incidentId, String name, String reason, boolean attested, InputStream content, SignedIn by)
            throws IOException {
        Optional<Incident> incident = incidents.find(incidentId, Reader.of(by));
        if (incident.isEmpty()) {
            return new LockerOutcome.Unknown();
        }
        if (!attested) {
            return new LockerOutcome.Refused("attested");
        }
        if (isNoText(reason)) {
            return new LockerOutcome.Refused("reason");
        }
        String clean = cleanName(name);
        int dot = clean.lastIndexOf('.');
        if (dot < 1 || !settings.endings().contains(clean.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            return new LockerOutcome.Refused("type");
        }
        UUID id = UUID.randomUUID();
        return kept(incident.get(), id, clean, EvidenceItem.Kind.FILE, reason, files.write(id, content), by);
    }

    /** Copies the log lines of the incident with their ids into a file of JSON lines, so that retention cannot take them. */
    public LockerOutcome addLogs(long incidentId, String reason, SignedIn by) throws IOException {
        Optional<Incident> incident = incidents.find(incidentId, Reader.of(by));
        if (incident.isEmpty()) {
            return new LockerOutcome.Unknown();
        }
        if (isNoText(reason)) {
            return new LockerOutcome.Refused("reason");
        }
        UUID id = UUID.randomUUID();
        Reader everything = new Reader(by.scope(), true);
        Optional<LockerFiles.Written> written = files.write(id, out -> {
            for (int offset = 0; ; offset += LINES) {
                List<EvidenceLine> page = lines.evidence(incidentId, everything, offset, LINES);
                for (EvidenceLine line : page) {
                    out.write(JsonMapper.shared().writeValueAsBytes(line));
                    out.write('\n');
                }
                if (page.size() < LINES) {
                    return;
                }
            }
        });
        String name = incident.get().number() + "-logs.ndjson";
        return kept(incident.get(), id, name, EvidenceItem.Kind.LOG, reason, written, by);
    }

    private LockerOutcome kept(
            Incident incident,
            UUID id,
            String name,
            EvidenceItem.Kind kind,
            String reason,
            Optional<LockerFiles.Written> written,
            SignedIn by)
            throws IOException {
        if (written.isEmpty()) {
            return new LockerOutcome.Refused("size");
        }
        boolean stored = false;
        try {
            transactions.executeWithoutResult(_ -> {
                store.add(new EvidenceItem(
                        id,
                        incident.id(),
                        name,
                        kind,
                        written.get().bytes(),
                        written.get().sha256(),
                        reason.strip(),
                        clock.instant(),
                        by.displayName(),
                        List.of(),
                        null,
                        null));
                step(
                        incident,
                        id,
                        name,
                        Step.ADDED,
                        reason.strip(),
                        written.get().sha256(),
                        by);
            });
            stored = true;
        } finally {
            if (!stored) {
                files.delete(id);
            }
        }
        return new LockerOutcome.Done();
    }

    /** Hashes a file anew and notes whether it is still what was put in. */
    public LockerOutcome verify(long incidentId, UUID item, SignedIn by) throws IOException {
        Optional<Incident> incident = incidents.find(incidentId, Reader.of(by));
        Optional<EvidenceItem> found = incident.flatMap(_ -> store.find(incidentId, item));
        if (found.isEmpty()) {
            return new LockerOutcome.Unknown();
        }
        if (found.get().disposedAt() != null) {
            return new LockerOutcome.Refused("disposed");
        }
        String now = files.hash(item).orElse("");
        boolean whole = now.equals(found.get().sha256());
        transactions.executeWithoutResult(_ -> step(
                incident.orElseThrow(),
                item,
                found.get().name(),
                whole ? Step.VERIFIED : Step.DAMAGED,
                whole ? found.get().sha256() : found.get().sha256() + " → " + now,
                now,
                by));
        return whole ? new LockerOutcome.Done() : new LockerOutcome.Refused("damaged");
    }

    /** Why a copy is refused; empty where {@link #take} may follow. */
    public Optional<LockerOutcome> refusal(long incidentId, UUID item, String password, String reason, SignedIn by) {
        Optional<EvidenceItem> found =
                incidents.find(incidentId, Reader.of(by)).flatMap(_ -> store.find(incidentId, item));
        if (found.isEmpty()) {
            return Optional.of(new LockerOutcome.Unknown());
        }
        if (found.get().disposedAt() != null) {
            return Optional.of(new LockerOutcome.Refused("disposed"));
        }
        if (password.length() < SHORTEST_PASSWORD || password.length() > MOST_TEXT) {
            return Optional.of(new LockerOutcome.Refused("password"));
        }
        return isNoText(reason) ? Optional.of(new LockerOutcome.Refused("reason")) : Optional.empty();
    }

    /** Writes an encrypted copy; that it was taken is noted before the first byte leaves. */
    public void take(long incidentId, UUID item, String password, String reason, SignedIn by, OutputStream out)
            throws IOException {
        Incident incident = incidents.find(incidentId, Reader.of(by)).orElseThrow();
        EvidenceItem found = store.find(incidentId, item).orElseThrow();
        transactions.executeWithoutResult(
                _ -> step(incident, item, found.name(), Step.TAKEN, reason.strip(), found.sha256(), by));
        try (InputStream content = Files.newInputStream(files.path(item))) {
            archive.write(found.name(), found.bytes(), content, password.toCharArray(), out);
        }
    }

    private void step(Incident incident, UUID item, String name, Step step, String reason, String sha256, SignedIn by) {
        store.step(item, new CustodyStep(clock.instant(), by.displayName(), step, reason, sha256));
        audit.record(
                by,
                AuditRecord.of(
                                LockerAction.valueOf(step.name()),
                                "evidence",
                                item.toString(),
                                incident.number(),
                                Set.copyOf(incident.organizationIds()))
                        .changed(Map.of(), Map.of("file", name, "sha256", sha256))
                        .because(reason));
    }

    static boolean isNoText(String text) {
        return text.isBlank() || text.length() > MOST_TEXT;
    }

    /** The last piece of the name without what a file system or a page could trip over. */
    static String cleanName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "_")
                .strip();
        byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MOST_NAME ? clean : clean.substring(Math.max(0, clean.length() - MOST_NAME / 4));
    }
}
