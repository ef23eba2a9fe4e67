package vn.chieng.intake;

import java.io.IOException;
import java.io.InputStream;

/** Ends this process when the one that started it is gone, however it went: its end of the pipe closes. */
final class ParentPipe {
    private ParentPipe() {}

    static void watch(InputStream in) {
        Thread.ofPlatform().daemon().name("parent-pipe").start(() -> {
            try {
                while (in.read() >= 0) {
                    // the parent has nothing to say
                }
            } catch (IOException e) {
                // a broken pipe is an ended one
            }
            System.exit(0);
        });
    }
}
