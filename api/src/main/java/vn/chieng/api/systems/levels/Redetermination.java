package vn.chieng.api.systems.levels;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.duties.DutyStore;
import vn.chieng.api.systems.duties.TaskCause;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;

/** Notices what makes a determined level due again, and opens the task; a system without level has nothing to lose. */
@Component
public final class Redetermination {
    private final DutyStore duties;
    private final LevelAssessor assessor;
    private final Clock clock;

    Redetermination(DutyStore duties, LevelAssessor assessor, Clock clock) {
        this.duties = duties;
        this.assessor = assessor;
        this.clock = clock;
    }

    /** After answers changed: which inputs differ from those of the determination, and which counters went past a limit. */
    public void answered(RegisteredSystem after, SignedIn by) {
        Determination determination = after.determination();
        if (determination == null) {
            return;
        }
        Set<String> changed = changed(determination.inputs(), after.inputs());
        if (changed.isEmpty()) {
            return;
        }
        open(after, TaskCause.ANSWERS, String.join(", ", changed), by);
        List<String> passed = passed(determination.inputs(), after);
        if (!passed.isEmpty()) {
            open(after, TaskCause.COUNTER, String.join(", ", passed), by);
        }
    }

    /** After a link was added or taken away. */
    public void linked(RegisteredSystem system, String other, SignedIn by) {
        if (system.determination() != null) {
            open(system, TaskCause.LINKS, other, by);
        }
    }

    /** After a serious incident was confirmed that is about the system, unless one is dealt with already. */
    public void hit(RegisteredSystem system, String incident, @Nullable SignedIn by) {
        if (system.determination() != null && system.status() != SystemStatus.RETIRED) {
            duties.open(
                    system.id(), TaskCause.INCIDENT, incident, by == null ? null : by.displayName(), clock.instant());
        }
    }

    /** Where another pack or version applies now than the one determined under. */
    boolean packChanged(RegisteredSystem system) {
        Determination determination = system.determination();
        if (determination == null || system.status() == SystemStatus.RETIRED) {
            return false;
        }
        PackVersion now = assessor.pack(system.card().projectStart())
                .map(LawPack::version)
                .orElse(determination.pack());
        return !now.equals(determination.pack())
                && duties.open(system.id(), TaskCause.PACK, determination.pack() + " → " + now, null, clock.instant());
    }

    private void open(RegisteredSystem system, TaskCause cause, String detail, SignedIn by) {
        duties.open(system.id(), cause, detail, by.displayName(), clock.instant());
    }

    private static Set<String> changed(Map<String, Object> olds, Map<String, Object> news) {
        Set<String> all = new LinkedHashSet<>(news.keySet());
        all.addAll(olds.keySet());
        all.removeIf(input -> Objects.equals(olds.get(input), news.get(input)));
        return all;
    }

    /** Counters whose limit lies between the old number and the new one, whichever way. */
    private List<String> passed(Map<String, Object> olds, RegisteredSystem after) {
        List<String> passed = new ArrayList<>();
        assessor.pack(after.card().projectStart()).ifPresent(pack -> {
            for (Classification.Counter counter : pack.classification().counters()) {
                boolean was = number(olds.get(counter.input())) >= counter.limit();
                boolean is = number(after.inputs().get(counter.input())) >= counter.limit();
                if (was != is) {
                    passed.add(counter.input());
                }
            }
        });
        return passed;
    }

    private static long number(@Nullable Object answer) {
        String text = String.valueOf(answer);
        return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
    }
}
