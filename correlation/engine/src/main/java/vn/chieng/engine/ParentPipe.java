package vn.chieng.engine;

import java.io.IOException;
import java.util.Arrays;

/** Ends this process when the process that started it is gone, however it went: its end of our standard input closes. */
final class ParentPipe {
    static final String ARGUMENT = "--chieng.parent-pipe=true";

    private ParentPipe() {}

    static void watchIfAsked(String[] arguments) {
        if (Arrays.asList(arguments).contains(ARGUMENT)) {
            Thread.ofPlatform().daemon().name("parent-pipe").start(ParentPipe::awaitEnd);
        }
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // whatever the parent writes means nothing; only its end does
            }
        } catch (IOException e) {
            // a broken pipe says the same as its end
        }
        System.exit(0);
    }
}
