package vn.chieng.api.coverage.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
import vn.chieng.api.home.FileTypes;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.systems.RegisteredSystem;

/** Records checks with their files, and takes back what was recorded by mistake. */
@Component
class CheckRecords {
    static final long MOST_BYTES = 20L * 1024 * 1024;

    private final CheckStore store;
    private final PrivateFiles files;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CheckRecords(
            CheckStore store, PrivateFiles files, AuditTrail audit, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.files = files;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A file that somebody offers; null content where there is none. */
    record Offered(String name, @Nullable InputStream content, boolean attested) {}

    /** What is wrong with the file; nothing where it was taken or none was offered. */
    Optional<CheckForm.Wrong> record(
            String organizationId, CheckForm.Draft draft, Offered offered, List<RegisteredSystem> systems, SignedIn by)
            throws IOException {
        InputStream content = offered.content();
        RecordedCheck.Enclosed enclosed = null;
        if (content != null) {
            if (!offered.attested()) {
                return Optional.of(new CheckForm.Wrong("attested", "attested"));
            }
            Optional<RecordedCheck.Enclosed> taken = taken(offered.name(), content);
            if (taken.isEmpty()) {
                return Optional.of(new CheckForm.Wrong("file", "file"));
            }
            enclosed = taken.get();
        }
        RecordedCheck check = new RecordedCheck(
                0,
                organizationId,
                draft.kind(),
                draft.heldOn(),
                draft.heldBy(),
                draft.note(),
                draft.systems(),
                enclosed,
                by.displayName(),
                clock.instant(),
                null);
        transactions.executeWithoutResult(_ -> {
            RecordedCheck kept = store.add(check);
            audit.record(
                    by, record(CheckAction.CHECK_RECORDED, kept, systems).changed(Map.of(), fields(kept, systems)));
        });
        return Optional.empty();
    }

    /** Empty where files of its kind are not taken, or it is empty or too large. */
    private Optional<RecordedCheck.Enclosed> taken(String name, InputStream content) throws IOException {
        Optional<String> type = FileTypes.mediaType(name);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        return files.take(path(id), content, MOST_BYTES)
                .map(taken -> new RecordedCheck.Enclosed(
                        id, FileTypes.lastName(name), type.get(), taken.bytes(), taken.sha256()));
    }

    /** False where it does not count any more. */
    boolean withdraw(RecordedCheck check, String reason, SignedIn by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean done =
                    store.withdraw(check.id(), new RecordedCheck.Withdrawal(reason, by.displayName(), clock.instant()));
            if (done) {
                audit.record(
                        by,
                        record(CheckAction.CHECK_WITHDRAWN, check, List.of())
                                .changed(Map.of("counts", true), Map.of("counts", false, "reason", reason)));
            }
            return done;
        }));
    }

    /** Where the bytes of a file lie. */
    Path path(UUID id) {
        return files.path("checks").resolve(id.toString());
    }

    /** It belongs to the body that answers for it and to those that operate the systems. */
    private static AuditRecord record(CheckAction action, RecordedCheck check, List<RegisteredSystem> systems) {
        Set<String> bodies = new LinkedHashSet<>(Set.of(check.organizationId()));
        systems.stream()
                .filter(system -> check.systems().contains(system.id()))
                .forEach(system -> bodies.add(system.organizationId()));
        return AuditRecord.of(
                action, "check", Long.toString(check.id()), check.kind().code(), Set.copyOf(bodies));
    }

    private static Map<String, @Nullable Object> fields(RecordedCheck check, List<RegisteredSystem> systems) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("kind", check.kind().code());
        fields.put("held_on", check.heldOn().toString());
        fields.put("held_by", check.heldBy());
        fields.put("note", check.note());
        fields.put(
                "systems",
                systems.stream()
                        .filter(system -> check.systems().contains(system.id()))
                        .map(RegisteredSystem::code)
                        .filter(Objects::nonNull)
                        .toList());
        RecordedCheck.Enclosed file = check.file();
        if (file != null) {
            fields.put("file", file.name());
            fields.put("sha256", file.sha256());
            fields.put("attested_no_state_secret", true);
        }
        return fields;
    }
}
