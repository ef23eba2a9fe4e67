package vn.chieng.api.identity;

/** Keeps a daily job to one instance of the process. */
public interface JobLock {

    /** Whether this transaction has the job to itself, until it ends. */
    boolean mine(String job);
}
