package vn.chieng.standalone;

/** Shows status lines. */
@FunctionalInterface
interface StatusPrinter {

    void print(Status status);
}
