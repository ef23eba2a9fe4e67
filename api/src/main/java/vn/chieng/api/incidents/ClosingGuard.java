package vn.chieng.api.incidents;

import java.util.List;

/** Says what must be done before an incident may be closed; every feature that knows of such a thing has one as a bean. */
public interface ClosingGuard {

    /** What is still open, asked within the closing transaction; empty where nothing is. */
    List<ClosingBlock> blocks(Incident incident);
}
