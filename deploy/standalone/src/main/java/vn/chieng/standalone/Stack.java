package vn.chieng.standalone;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** All children together: started as soon as what they need is ready, stopped in order. */
final class Stack {

    /** A child that writes its ahead-of-time cache takes a while to end. */
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final Map<Component, Supervised> children = new EnumMap<>(Component.class);
    private final StatusPrinter printer;

    Stack(ProcessSpecs specs, Supervised.Watcher watcher, StatusPrinter printer, Clock clock) {
        this.printer = printer;
        for (Component component : Component.values()) {
            children.put(component, new Supervised(component.id(), () -> specs.of(component), watcher, clock));
        }
    }

    /** Returns at once. */
    void start() {
        children.forEach((component, child) -> Thread.ofVirtual().start(() -> {
            allReady(component.dependencies()).join();
            child.start();
        }));
    }

    /** What is not ready within the limit and why; empty when everything is. */
    List<String> awaitReady(Duration limit) throws InterruptedException {
        try {
            allReady(children.keySet()).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return List.of();
        } catch (TimeoutException | ExecutionException e) {
            return children.values().stream()
                    .filter(child -> !child.firstReady().isDone())
                    .map(Supervised::lastFailure)
                    .toList();
        }
    }

    /** The process ids of those that run. */
    Map<String, Long> pids() {
        return children.entrySet().stream()
                .filter(entry -> entry.getValue().pid().isPresent())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().id(),
                        entry -> entry.getValue().pid().orElseThrow()));
    }

    /** Stops everything that runs; a stop that is interrupted leaves the rest to the end of the parent's pipe. */
    void stop() throws InterruptedException {
        for (Set<Component> together : Component.STOP_ORDER) {
            List<Thread> stops = together.stream()
                    .map(component -> Thread.ofVirtual().start(() -> stop(component)))
                    .toList();
            for (Thread stop : stops) {
                stop.join();
            }
        }
    }

    private void stop(Component component) {
        Supervised child = child(component);
        if (child.pid().isPresent()) {
            printer.print(new Status.Stopping(component.id()));
        }
        try {
            child.stop(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> allReady(Set<Component> components) {
        return CompletableFuture.allOf(components.stream()
                .map(component -> child(component).firstReady())
                .toArray(CompletableFuture[]::new));
    }

    private Supervised child(Component component) {
        Supervised child = children.get(component);
        if (child == null) {
            throw new IllegalStateException("no child for " + component + " of " + Arrays.toString(Component.values()));
        }
        return child;
    }
}
