package vn.chieng.api.overview;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Numbers;
import vn.chieng.api.console.Times;
import vn.chieng.api.coverage.BodyCoverage;
import vn.chieng.api.coverage.SourceActivity;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentDetails;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentTitle;
import vn.chieng.api.documents.Heading;
import vn.chieng.api.documents.KeyValues;
import vn.chieng.api.documents.Marking;
import vn.chieng.api.documents.Note;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.Table;
import vn.chieng.api.incidents.OrganizationCount;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.times.WeekCount;

/** Sets the overview on paper: the figures with their meaning, what waits, the trend, every unit. */
@Component
final class OverviewPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int WIDE = 6;
    private static final int NARROW = 2;

    private final MessageSource messages;
    private final Numbers numbers;
    private final Times times;
    private final Clock clock;

    OverviewPaper(MessageSource messages, Numbers numbers, Times times, Clock clock) {
        this.messages = messages;
        this.numbers = numbers;
        this.times = times;
        this.clock = clock;
    }

    Document document(Overview overview, List<Kpi> kpis, List<Decision> decisions, SignedIn caller, Locale locale) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new DocumentTitle(
                words("overview.paper.kind", locale),
                words("overview.paper.about", locale, times.brief(overview.at()))));
        blocks.add(Paragraph.of(words(
                "metrics.intro",
                locale,
                times.brief(overview.span().from()),
                times.brief(overview.span().to()))));
        blocks.add(new Heading(1, words("overview.kpis", locale)));
        blocks.add(new KeyValues(kpis.stream().map(kpi -> entry(kpi, locale)).toList()));
        blocks.add(new Heading(1, words("overview.decisions", locale)));
        if (decisions.isEmpty()) {
            blocks.add(Paragraph.of(words("overview.decisions.none", locale)));
        }
        decisions.forEach(each -> blocks.add(Note.of(each.text())));
        blocks.add(new Heading(1, words("overview.trend", locale)));
        blocks.add(trend(overview.weeks(), locale));
        if (!overview.levels().isEmpty()) {
            blocks.add(new Heading(1, words("overview.levels", locale)));
            blocks.add(levels(overview, locale));
        }
        if (!overview.bodies().isEmpty()) {
            blocks.add(new Heading(1, words("overview.units", locale)));
            blocks.add(units(overview, locale));
        }
        return new Document(details(caller, locale), blocks);
    }

    private DocumentDetails details(SignedIn caller, Locale locale) {
        DocumentLanguage language =
                locale.getLanguage().equals("en") ? DocumentLanguage.ENGLISH : DocumentLanguage.VIETNAMESE;
        return DocumentDetails.of(
                "TQ-"
                        + DateTimeFormatter.BASIC_ISO_DATE.format(
                                java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.ofHours(7))),
                1,
                words("overview.title", locale),
                language,
                new DocumentDetails.Source("overview", "1", "-", "-"),
                clock,
                caller.displayName(),
                new Marking(Marking.Tlp.AMBER, words("overview.paper.marking", locale)));
    }

    private KeyValues.Entry entry(Kpi kpi, Locale locale) {
        String value = Optional.ofNullable(kpi.value()).orElse(words("overview.unknown", locale));
        return new KeyValues.Entry(
                words("overview.kpi." + kpi.key(), locale),
                value + " (" + kpi.basis() + "; " + kpi.change() + ")\n"
                        + words("overview.kpi." + kpi.key() + ".how", locale));
    }

    private Table trend(List<WeekCount> weeks, Locale locale) {
        List<String> head = Stream.concat(
                        Stream.of(words("overview.week", locale)),
                        Arrays.stream(Severity.values()).map(each -> words("console.severity." + each, locale)))
                .toList();
        return table(
                words("overview.trend", locale),
                head,
                weeks.stream()
                        .map(week -> Stream.concat(
                                        Stream.of(DAY.format(week.monday())),
                                        Arrays.stream(Severity.values())
                                                .map(each -> numbers.whole(week.of(each), locale)))
                                .toList())
                        .toList());
    }

    private Table levels(Overview overview, Locale locale) {
        return table(
                words("overview.levels", locale),
                List.of(words("overview.level", locale), words("overview.systems", locale)),
                overview.levels().entrySet().stream()
                        .map(each -> List.of(
                                each.getKey() == 0
                                        ? words("overview.level.none", locale)
                                        : words("console.system.level", locale, each.getKey()),
                                numbers.whole(each.getValue(), locale)))
                        .toList());
    }

    private Table units(Overview overview, Locale locale) {
        return table(
                words("overview.units", locale),
                List.of(
                        words("overview.unit", locale),
                        words("overview.systems", locale),
                        words("overview.kpi.approved", locale),
                        words("overview.sources", locale),
                        words("overview.incidents.open", locale)),
                overview.bodies().stream()
                        .map(body -> List.of(
                                body.organization().name(locale),
                                numbers.whole(body.systems(), locale),
                                percent(body, locale),
                                sources(body.sources(), locale),
                                numbers.whole(open(overview, body), locale)))
                        .toList());
    }

    private String percent(BodyCoverage body, Locale locale) {
        Integer share = body.approvedShare();
        return share == null ? words("overview.unknown", locale) : share + " %";
    }

    private String sources(SourceActivity.@Nullable Activity activity, Locale locale) {
        return activity == null ? words("overview.unknown", locale) : activity.live() + "/" + activity.sources();
    }

    private static long open(Overview overview, BodyCoverage body) {
        return overview.openByBody().stream()
                .filter(each -> each.organizationId().equals(body.organization().id()))
                .mapToLong(OrganizationCount::total)
                .sum();
    }

    private static Table table(String caption, List<String> head, List<List<String>> rows) {
        return new Table(
                caption,
                IntStream.range(0, head.size())
                        .mapToObj(i -> new Table.Column(
                                i == 0 ? WIDE : NARROW, i == 0 ? Table.Alignment.LEFT : Table.Alignment.RIGHT))
                        .toList(),
                List.of(row(head)),
                rows.stream().map(OverviewPaper::row).toList());
    }

    private static Table.Row row(List<String> cells) {
        return Table.Row.of(cells.toArray(String[]::new));
    }

    private String words(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
