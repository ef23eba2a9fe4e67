package vn.chieng.api.logs;

import java.util.List;

/** The systems whose logs are counted one by one. */
public interface WatchedSystems {

    /** All of them that are not retired. */
    List<SystemMarks> all();
}
