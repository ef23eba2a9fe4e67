package vn.chieng.intake.shipping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** An outlet in memory that answers as it is told. */
final class FakeOutlet implements Outlet, Outlet.Factory {
    private final Function<String, Result> behaviour;
    private final List<OutgoingRecord> stored = new ArrayList<>();
    private final List<OutgoingRecord> dead = new ArrayList<>();
    final AtomicInteger opened = new AtomicInteger();

    FakeOutlet(Function<String, Result> behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public Outlet open() {
        opened.incrementAndGet();
        return this;
    }

    @Override
    public synchronized void send(OutgoingRecord event, Consumer<Result> result) {
        Result outcome = behaviour.apply(new String(event.value(), StandardCharsets.UTF_8));
        if (outcome instanceof Result.Stored) {
            stored.add(event);
        }
        result.accept(outcome);
    }

    @Override
    public synchronized void sendDead(OutgoingRecord event, String reason, Consumer<Result> result) {
        dead.add(event);
        result.accept(new Result.Stored());
    }

    synchronized List<OutgoingRecord> stored() {
        return List.copyOf(stored);
    }

    synchronized List<OutgoingRecord> dead() {
        return List.copyOf(dead);
    }

    @Override
    public void close() {}
}
