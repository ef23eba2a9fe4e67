package vn.chieng.testbed;

/** The largest heaps of the embedded servers, in MiB. */
public record HeapSizes(int kafka, int opensearch) {

    /** Enough for tests on a small machine. */
    public static final HeapSizes TESTS = new HeapSizes(256, 512);

    /** Enough for one machine that carries everything. */
    public static final HeapSizes STANDALONE = new HeapSizes(512, 1024);
}
