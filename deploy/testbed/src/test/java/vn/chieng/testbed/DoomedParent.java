package vn.chieng.testbed;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts servers and then waits to be killed. */
final class DoomedParent {

    private DoomedParent() {}

    /** Argument: the servers' folder. */
    public static void main(String[] arguments) throws InterruptedException {
        Testbed.own(Path.of(arguments[0]));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
