package vn.chieng.api.audit.log;

import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.Scope;
import vn.chieng.api.audit.AuditEntry;

/** Finds entries; those of no organisation are only for whoever sees every one. */
public interface AuditSearch {

    /** A page with its count. */
    AuditList list(AuditQuery query, Scope scope);

    /** The rows alone. */
    List<AuditEntry> rows(AuditQuery query, Scope scope);

    /** One entry. */
    Optional<AuditEntry> find(long number, Scope scope);

    /** The actions that occur, in the order of their codes. */
    List<String> actions();

    /** The kinds of objects that occur. */
    List<String> objectTypes();
}
