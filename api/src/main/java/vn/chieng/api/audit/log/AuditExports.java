package vn.chieng.api.audit.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditLogAction;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;

/** Hands out what leaves the log as a file, and writes down first that it left. */
@Component
class AuditExports {
    private static final String LINES = "application/x-ndjson";

    private final AuditFile file;
    private final AuditCsv csv;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    AuditExports(AuditFile file, AuditCsv csv, AuditTrail trail, TransactionTemplate transactions) {
        this.file = file;
        this.csv = csv;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Only who sees every organisation may have the chain: it cannot leave anything out. */
    static void requireEverything(SignedIn caller) {
        if (!(caller.scope() instanceof Scope.Everything)) {
            throw new AccessDeniedException("the chain is of all organisations");
        }
    }

    /** Whole days, with chain and anchors. */
    void days(DayRange days, SignedIn caller, HttpServletResponse response) throws IOException {
        requireEverything(caller);
        record(
                caller,
                AuditLogAction.EXPORTED,
                Map.of("from", days.from().toString(), "to", days.to().toString()));
        download(response, LINES, "chieng-audit-" + days.from() + "-" + days.to() + ".jsonl");
        file.write(days, response.getOutputStream());
    }

    /** A filtered list, as a table. */
    void list(AuditParameters parameters, SignedIn caller, Locale locale, HttpServletResponse response)
            throws IOException {
        AuditQuery query = parameters.query();
        Map<String, @Nullable Object> told = new TreeMap<>(parameters.values());
        record(caller, AuditLogAction.LIST_EXPORTED, told);
        download(response, Csv.TYPE, "chieng-audit.csv");
        csv.write(query, caller.scope(), locale, response.getOutputStream());
    }

    private void record(SignedIn caller, AuditLogAction action, Map<String, @Nullable Object> what) {
        transactions.executeWithoutResult(_ -> trail.record(
                caller,
                AuditRecord.of(action, AuditLogAction.OBJECT, AuditLogAction.CHAIN, null, Set.of())
                        .changed(Map.of(), what)));
    }

    private static void download(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
