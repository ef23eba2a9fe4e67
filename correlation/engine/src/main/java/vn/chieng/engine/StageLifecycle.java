package vn.chieng.engine;

import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import vn.chieng.engine.kafka.Stage;
import vn.chieng.engine.kafka.StageThread;

/** Starts a stage's thread with the process and stops it in good order. */
final class StageLifecycle implements SmartLifecycle {
    private final StageThread thread;
    private volatile boolean running;

    StageLifecycle(String name, Supplier<Stage> opening) {
        this.thread = new StageThread(name, opening);
    }

    @Override
    public void start() {
        thread.start();
        running = true;
    }

    @Override
    public void stop() {
        thread.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
