package vn.chieng.engine.kafka;

/** A consumer with what it does; used by one thread. */
public interface Stage extends AutoCloseable {
    /** Takes what has come, or waits a moment for it. */
    void poll();

    /** Writes and commits what has been taken; called before an orderly close. */
    void finish();

    /** Lets go of everything, committing nothing. */
    @Override
    void close();
}
