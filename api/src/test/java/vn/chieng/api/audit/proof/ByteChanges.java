package vn.chieng.api.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import vn.chieng.cli.audit.AuditFileCheck;
import vn.chieng.cli.audit.Verdict;

/** Changes single bytes of an audit file and has it verified each time. */
public final class ByteChanges {
    private ByteChanges() {}

    public static void assertAllFound(byte[] file, int changes) throws IOException {
        long seed = Long.getLong("audit.seed", System.nanoTime());
        System.out.println("single-byte changes of an audit file: -Daudit.seed=" + seed);
        var random = new Random(seed);
        assertThat(check(file)).isInstanceOf(Verdict.Sound.class);
        for (int i = 0; i < changes; i++) {
            byte[] changed = file.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(check(changed))
                    .as("byte %d became %d, seed %d", at, changed[at], seed)
                    .isInstanceOf(Verdict.Broken.class);
        }
    }

    private static Verdict check(byte[] file) throws IOException {
        return AuditFileCheck.check(new ByteArrayInputStream(file), null);
    }
}
