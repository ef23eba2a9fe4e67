package vn.chieng.standalone.demo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A play: what happens at set times, and what goes on all the while. */
record Scene(List<Action.Step> steps, List<Action.Traffic> traffic) {

    Scene {
        steps = List.copyOf(steps);
        traffic = List.copyOf(traffic);
    }

    /** One line at one time: the {@code index}-th of its step. */
    record Cue(Duration at, Action action, int index) {}

    static Scene shipped() {
        return new SceneReader().read(SceneResource.lines("templates.ndjson"), SceneResource.lines("scene.ndjson"));
    }

    /** Every line of every step in the order of time. */
    List<Cue> cues() {
        return steps.stream()
                .flatMap(step -> IntStream.range(0, step.times())
                        .mapToObj(index ->
                                new Cue(step.at().plus(step.every().multipliedBy(index)), step.action(), index)))
                .sorted(Comparator.comparing(Cue::at))
                .toList();
    }

    Duration length() {
        return steps.stream()
                .map(Action.Step::end)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
