package vn.chieng.standalone.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Puts steps and traffic into one order; times are real ones since the start of the play. */
final class Timeline {

    /** After the last step the office goes on at this fraction of its pace, at speed 1. */
    static final double AFTERWARDS = 0.34;

    /** No pause between two lines of one traffic is longer than so many average ones. */
    private static final double LONGEST_PAUSE = 4;

    private final Deque<Scene.Cue> cues;
    private final PriorityQueue<NextTraffic> traffic = new PriorityQueue<>(Comparator.comparing(NextTraffic::at));
    private final double speed;
    private final RandomGenerator random;

    Timeline(Scene scene, double speed, RandomGenerator random) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("the speed is above 0");
        }
        this.cues = new ArrayDeque<>(scene.cues());
        this.speed = speed;
        this.random = random;
        scene.traffic().forEach(each -> schedule(each, Duration.ZERO));
    }

    /** What happens next, and when. */
    sealed interface Moment {
        Duration at();

        Action action();
    }

    record NextCue(Duration at, Action action, int index) implements Moment {}

    record NextTraffic(Duration at, Action.Traffic source) implements Moment {
        @Override
        public Action action() {
            return source.action();
        }
    }

    /** True once every step has been played. */
    boolean isAfterwards() {
        return cues.isEmpty();
    }

    boolean isOver() {
        return cues.isEmpty() && traffic.isEmpty();
    }

    /** Takes the next moment; traffic comes back by itself, so a scene with traffic never ends. */
    Moment next() {
        Scene.Cue cue = cues.peek();
        NextTraffic line = traffic.peek();
        if (cue != null && (line == null || scaled(cue.at()).compareTo(line.at()) <= 0)) {
            cues.remove();
            return new NextCue(scaled(cue.at()), cue.action(), cue.index());
        }
        NextTraffic taken = traffic.remove();
        schedule(taken.source(), taken.at());
        return taken;
    }

    private Duration scaled(Duration sceneTime) {
        return Duration.ofNanos((long) (sceneTime.toNanos() / speed));
    }

    private void schedule(Action.Traffic source, Duration after) {
        double pace = isAfterwards() ? AFTERWARDS : speed;
        double pauses = Math.min(LONGEST_PAUSE, random.nextExponential());
        Duration pause = Duration.ofNanos((long) (source.every().toNanos() * pauses / pace));
        traffic.add(new NextTraffic(after.plus(pause), source));
    }
}
