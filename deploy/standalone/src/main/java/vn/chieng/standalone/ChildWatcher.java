package vn.chieng.standalone;

import java.util.function.DoubleSupplier;

/** Says what happens to the children and keeps the state file true. */
final class ChildWatcher implements Supervised.Watcher {

    private final Home home;
    private final StatusPrinter printer;
    private final DoubleSupplier seconds;
    private final Runnable stateChanged;

    ChildWatcher(Home home, StatusPrinter printer, DoubleSupplier seconds, Runnable stateChanged) {
        this.home = home;
        this.printer = printer;
        this.seconds = seconds;
        this.stateChanged = stateChanged;
    }

    @Override
    public void started(String name, long pid) {
        printer.print(new Status.Starting(name));
        stateChanged.run();
    }

    @Override
    public void ready(String name) {
        printer.print(new Status.Started(name, seconds.getAsDouble()));
    }

    @Override
    public void ended(String name, String reason, RestartPolicy.Restart restart) {
        double pause = restart.pause().toMillis() / 1000.0;
        printer.print(
                restart.slowly()
                        ? new Status.Failing(name, reason, restart.deathsInWindow(), pause, home.log(name))
                        : new Status.Ended(name, reason, pause));
    }
}
