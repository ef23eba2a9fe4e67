package vn.chieng.intake.syslog;

import org.jspecify.annotations.Nullable;
import vn.chieng.intake.frame.Fault;

/** What the frame decoder cut from the stream. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never changed and never compared
record CutFrame(byte[] bytes, @Nullable Fault fault) {
    /** An empty line. */
    boolean isEmpty() {
        return bytes.length == 0 && fault == null;
    }
}
