package vn.chieng.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Plays a scene in time: every line carries the moment at which it is sent. */
final class ScenePlayer {

    /** A machine that slept does not catch up with what it missed. */
    private static final Duration LATENESS_LIMIT = Duration.ofSeconds(5);

    private final List<Organization> organizations;
    private final Delivery delivery;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pause pause;
    private final Filling filling;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    ScenePlayer(List<Organization> organizations, Delivery delivery, Clock clock, RandomGenerator random, Pause pause) {
        this.organizations = List.copyOf(organizations);
        this.delivery = delivery;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
        this.filling = new Filling(clock, random);
    }

    /** Waits for a moment. */
    @FunctionalInterface
    interface Pause {
        void until(Instant moment) throws InterruptedException;
    }

    /** Returns when the scene is over, which one with office traffic never is, or when interrupted. */
    void play(Scene scene, double speed) throws InterruptedException {
        var timeline = new Timeline(scene, speed, random);
        Instant start = clock.instant();
        while (!timeline.isOver()) {
            Timeline.Moment moment = timeline.next();
            Duration late = Duration.between(start.plus(moment.at()), clock.instant());
            if (late.compareTo(LATENESS_LIMIT) > 0) {
                start = start.plus(late);
            }
            pause.until(start.plus(moment.at()));
            send(moment);
        }
    }

    private void send(Timeline.Moment moment) throws InterruptedException {
        Organization from = sender(moment.action());
        String line = switch (moment) {
            case Timeline.NextCue(Duration _, Action action, int index) ->
                filling.fill(action, from, index, Filling.walking(index));
            case Timeline.NextTraffic traffic -> filling.fill(traffic.action(), from, 0, filling.drawing());
        };
        boolean delivered = delivery.deliver(from, moment.action().template(), line);
        (delivered ? sent : lost).incrementAndGet();
    }

    private Organization sender(Action action) {
        if (action.organizationId().isPresent()) {
            String id = action.organizationId().get();
            return organizations.stream()
                    .filter(organization -> organization.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no organisation " + id + " in this scene"));
        }
        List<Organization> communes = organizations.stream()
                .filter(organization -> organization.kind() == Organization.Kind.COMMUNE)
                .toList();
        return communes.get(random.nextInt(communes.size()));
    }

    long sent() {
        return sent.get();
    }

    long lost() {
        return lost.get();
    }
}
