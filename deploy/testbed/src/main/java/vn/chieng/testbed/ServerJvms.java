package vn.chieng.testbed;

import java.util.List;

/**
 * How the JVMs of the embedded servers are run.
 *
 * @param kafka its heap, in MiB
 * @param opensearch its heap, in MiB
 * @param flags further flags of both
 */
public record ServerJvms(int kafka, int opensearch, List<String> flags) {

    /** Enough for tests on a small machine. */
    public static final ServerJvms TESTS = new ServerJvms(256, 512, List.of(ShortLivedJvm.FLAG));

    /** Enough for one machine that carries everything. */
    public static final ServerJvms STANDALONE = new ServerJvms(512, 1024, List.of());

    public ServerJvms {
        flags = List.copyOf(flags);
    }
}
