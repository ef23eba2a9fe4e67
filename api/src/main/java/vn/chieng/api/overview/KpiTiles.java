package vn.chieng.api.overview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Numbers;
import vn.chieng.api.coverage.MonthCount;
import vn.chieng.api.incidents.times.Figure;
import vn.chieng.api.incidents.times.GroupTimes;
import vn.chieng.api.incidents.times.Lapse;
import vn.chieng.api.metrics.Change;
import vn.chieng.api.metrics.Spelled;

/** Puts the four figures of the head into words: value, basis, change with its judgement, past. */
@Component
final class KpiTiles {
    private static final int MONTHS = 2;
    private static final int POINTS = 100;

    private final MessageSource messages;
    private final Numbers numbers;
    private final Spelled durations;
    private final Change changes;

    KpiTiles(MessageSource messages, Numbers numbers, Spelled durations, Change changes) {
        this.messages = messages;
        this.numbers = numbers;
        this.durations = durations;
        this.changes = changes;
    }

    List<Kpi> of(Overview overview, SignedIn caller, Locale locale) {
        String days = "?from=" + java.time.LocalDate.ofInstant(overview.span().from(), java.time.ZoneOffset.ofHours(7));
        return List.of(
                approved(overview, caller, locale),
                monitored(overview, caller, locale),
                time("detect", Lapse.DETECT, overview, "/handling-times" + days, locale),
                time("resolve", Lapse.RESOLVE, overview, "/handling-times" + days, locale));
    }

    private Kpi approved(Overview overview, SignedIn caller, Locale locale) {
        Share share = overview.approved();
        return new Kpi(
                "approved",
                share == null || share.whole() == 0 ? null : numbers.percent(share.ratio(), locale),
                basis(share, locale),
                approvedChange(overview, locale),
                path(caller, "/coverage"),
                overview.months().stream()
                        .map(MonthCount::share)
                        .filter(Objects::nonNull)
                        .map(percent -> (double) percent / POINTS)
                        .toList());
    }

    private String approvedChange(Overview overview, Locale locale) {
        Share now = overview.approved();
        List<MonthCount> months = overview.months();
        MonthCount last = months.size() < MONTHS ? null : months.get(months.size() - MONTHS);
        Integer before = last == null ? null : last.share();
        if (now == null || before == null) {
            return words("metrics.change.unknown", locale);
        }
        double points = now.ratio() * POINTS - before;
        if (Math.abs(points) < 0.05) {
            return words("metrics.change.none", locale);
        }
        java.text.NumberFormat format = java.text.NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return messages.getMessage(
                points > 0 ? "overview.points.more" : "overview.points.less",
                new Object[] {format.format(Math.abs(points))},
                locale);
    }

    private Kpi monitored(Overview overview, SignedIn caller, Locale locale) {
        Share share = overview.monitored();
        return new Kpi(
                "monitored",
                share == null || share.whole() == 0
                        ? null
                        : messages.getMessage("console.list.count", new Object[] {share.part(), share.whole()}, locale),
                share == null || share.whole() == 0 ? basis(share, locale) : numbers.percent(share.ratio(), locale),
                words("overview.now", locale),
                path(caller, "/coverage?measure=sources"),
                List.of());
    }

    private Kpi time(String key, Lapse lapse, Overview overview, String path, Locale locale) {
        Figure now = figure(overview.times(), lapse);
        GroupTimes all = overview.times();
        List<Double> seconds = overview.recent().stream()
                .map(each -> each.of(lapse))
                .filter(Objects::nonNull)
                .map(Figure::median)
                .map(Duration::toMillis)
                .map(Long::doubleValue)
                .toList();
        double most = seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Double> bars = new ArrayList<>();
        seconds.forEach(each -> bars.add(most == 0 ? 0 : each / most));
        return new Kpi(
                key,
                now == null ? null : durations.of(now.median(), locale),
                messages.getMessage(
                        "metrics.reached",
                        new Object[] {now == null ? 0 : now.count(), all == null ? 0 : all.incidents()},
                        locale),
                changes.of(now, figure(overview.before(), lapse), locale),
                path,
                bars);
    }

    private static @Nullable Figure figure(@Nullable GroupTimes times, Lapse lapse) {
        return times == null ? null : times.of(lapse);
    }

    private static @Nullable String path(SignedIn caller, String path) {
        return Stream.of(path)
                .filter(_ -> caller.may(Permission.COVERAGE_READ))
                .findFirst()
                .orElse(null);
    }

    private String basis(@Nullable Share share, Locale locale) {
        return share == null
                ? words("overview.unknown", locale)
                : messages.getMessage("overview.basis", new Object[] {share.part(), share.whole()}, locale);
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
