package vn.chieng.api.audit;

import java.util.List;

/** What the log says of one object, for that object's own page; whoever asks has checked that the object may be seen. */
public interface AuditHistory {

    /** The latest entries about the object, the latest first. */
    List<AuditEntry> of(String objectType, String objectId, int limit);

    /** The latest entries about any of the objects, the latest first. */
    List<AuditEntry> of(List<AuditSubject> objects, int limit);
}
