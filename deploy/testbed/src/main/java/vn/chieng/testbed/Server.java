package vn.chieng.testbed;

/** The servers of a testbed. */
public enum Server {
    KAFKA,
    OPENSEARCH,
    POSTGRESQL
}
