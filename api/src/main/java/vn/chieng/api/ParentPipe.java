package vn.chieng.api;

import java.io.IOException;
import java.util.Arrays;

/** Ends this process when the one that started it is gone: the parent holds the other end of our standard input. */
final class ParentPipe {
    private ParentPipe() {}

    static void watch(String[] args) {
        if (Arrays.asList(args).contains("--chieng.parent-pipe=true")) {
            Thread.ofPlatform().daemon().name("parent-pipe").start(ParentPipe::exitAtEnd);
        }
    }

    private static void exitAtEnd() {
        try {
            while (System.in.read() >= 0) {
                // whatever the parent writes means that it lives
            }
        } catch (IOException e) {
            // a broken pipe is an end too
        }
        System.exit(0);
    }
}
