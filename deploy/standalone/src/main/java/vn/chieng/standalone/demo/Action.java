package vn.chieng.standalone.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who sends which template, and with which values; lists are walked through or drawn from. */
record Action(
        Template template, Optional<String> organizationId, List<String> hosts, Map<String, List<String>> values) {

    Action {
        hosts = List.copyOf(hosts);
        values = Map.copyOf(values);
        if (hosts.isEmpty() || values.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(template.name() + ": an empty list of hosts or values");
        }
        for (String placeholder : template.placeholders()) {
            if (!values.containsKey(placeholder) && !Filling.BUILT_IN.contains(placeholder)) {
                throw new IllegalArgumentException(template.name() + ": nothing fills {" + placeholder + "}");
            }
        }
    }

    /** Something that happens at a set time of the scene, once or several times. */
    record Step(Duration at, Action action, int times, Duration every) {

        Step {
            if (at.isNegative() || times < 1 || every.isNegative()) {
                throw new IllegalArgumentException(action.template().name() + ": a step cannot go back in time");
            }
        }

        Duration end() {
            return at.plus(every.multipliedBy(times - 1L));
        }
    }

    /** Something that happens all the time, at random, on average once per {@code every}. */
    record Traffic(Action action, Duration every) {

        Traffic {
            if (every.isNegative() || every.isZero()) {
                throw new IllegalArgumentException(action.template().name() + ": traffic needs a pause");
            }
        }
    }
}
