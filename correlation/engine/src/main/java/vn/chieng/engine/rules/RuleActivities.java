package vn.chieng.engine.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.RuleActivity;
import vn.chieng.sigma.RuleStatistics;

/** What this run has counted of each rule, over all generations of rules; used by the thread that matches. */
final class RuleActivities {
    /** Rules that are remembered after they were switched off. */
    static final int MOST_REMEMBERED = 40_000;

    private final String run;
    private final Map<String, Kept> before = new LinkedHashMap<>();
    private final Map<String, Count> told = new HashMap<>();
    private final Map<String, Instant> lastMatches = new HashMap<>();

    private record Count(long events, long candidates, long matches, long nanoseconds, long failures) {
        static final Count NONE = new Count(0, 0, 0, 0, 0);

        Count plus(RuleStatistics more) {
            return new Count(
                    events + more.events(),
                    candidates + more.candidates(),
                    matches + more.matches(),
                    nanoseconds + more.nanoseconds(),
                    failures + more.failures());
        }
    }

    /** What generations before counted, and the version that ran last. */
    private record Kept(int version, Count count) {
        static final Kept NOTHING = new Kept(0, Count.NONE);
    }

    RuleActivities(String run) {
        this.run = run;
    }

    void matched(String rule, Instant now) {
        lastMatches.put(rule, now);
    }

    /** Keeps what a generation counted that will see no more events. */
    void retire(RuleGeneration generation) {
        for (RuleStatistics each : generation.statistics()) {
            Kept kept = before.getOrDefault(each.id(), Kept.NOTHING);
            before.put(
                    each.id(),
                    new Kept(generation.of(each.id()).version(), kept.count().plus(each)));
        }
        Iterator<String> oldest = before.keySet().iterator();
        while (before.size() > MOST_REMEMBERED && oldest.hasNext()) {
            String id = oldest.next();
            oldest.remove();
            told.remove(id);
            lastMatches.remove(id);
        }
    }

    /** What has changed since it was told last, also of rules that run no more. */
    List<RuleActivity> news(RuleGeneration generation, Instant now) {
        List<RuleActivity> news = new ArrayList<>();
        Set<String> running = new HashSet<>();
        for (RuleStatistics each : generation.statistics()) {
            running.add(each.id());
            Kept kept = before.getOrDefault(each.id(), Kept.NOTHING);
            tell(each.id(), generation.of(each.id()).version(), kept.count().plus(each), now, news);
        }
        before.forEach((id, kept) -> {
            if (!running.contains(id)) {
                tell(id, kept.version(), kept.count(), now, news);
            }
        });
        return news;
    }

    private void tell(String rule, int version, Count count, Instant now, List<RuleActivity> news) {
        if (!count.equals(told.getOrDefault(rule, Count.NONE))) {
            told.put(rule, count);
            news.add(activity(rule, version, count, now));
        }
    }

    private RuleActivity activity(String rule, int version, Count count, Instant now) {
        @Nullable Instant last = lastMatches.get(rule);
        return new RuleActivity(
                run,
                rule,
                version,
                count.events(),
                count.candidates(),
                count.matches(),
                count.nanoseconds(),
                count.failures(),
                last,
                now);
    }

    /** What was told may not have arrived: everything is told again. */
    void forgetTold() {
        told.clear();
    }
}
