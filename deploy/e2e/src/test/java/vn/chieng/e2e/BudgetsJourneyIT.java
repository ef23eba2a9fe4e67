package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the queue costs whoever opens it: bytes, the time until it is drawn, the time until a key is answered. Figures are printed; a budget missed by half fails. */
@Tag("journey")
class BudgetsJourneyIT {
    private static final double MARGIN = 1.5;
    private static final int COLD_LOADS = 5;
    private static final int KEYS = 10;
    private static final String QUEUE = "/incidents?state=all";
    private static final String SIZES = """
            () => {
              const sizes = {js: 0, css: 0, woff2: 0, html: performance.getEntriesByType('navigation')[0].transferSize};
              for (const each of performance.getEntriesByType('resource')) {
                const kind = new URL(each.name).pathname.split('.').pop();
                if (kind in sizes) sizes[kind] += each.transferSize;
              }
              return sizes;
            }""";
    private static final String LARGEST_PAINT = """
            () => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
                .observe({type: 'largest-contentful-paint', buffered: true}))""";
    private static final String SHIFTED = """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => list.getEntries().filter(each => !each.hadRecentInput).forEach(each => {
                    sum += each.value;
                    const moved = each.sources.map(source => source.node?.outerHTML?.slice(0, 80));
                    console.log(`moved by ${each.value} at ${each.startTime} ms: ${moved.join(' | ')}`);
                  }))
                  .observe({type: 'layout-shift', buffered: true});
              setTimeout(() => done(sum), 300);
            })""";
    private static final String WATCH_KEYS = """
            () => {
              window.painted = []; window.confirmed = [];
              let pressed = 0;
              const drawn = list => requestAnimationFrame(() => setTimeout(() => list.push(performance.now() - pressed)));
              document.addEventListener('keydown', event => { pressed = event.timeStamp; drawn(window.painted); }, true);
              document.addEventListener('htmx:afterSettle', event => {
                if (event.detail.requestConfig?.verb === 'post') drawn(window.confirmed);
              });
            }""";

    private static RunningChieng chieng;
    private static ConsoleBrowser browser;
    private static Page page;

    @BeforeAll
    static void open() throws Exception {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        Attack.from(chieng, "198.51.100.82");
        Attack.incident(Analyst.signIn(chieng, "phan-tich"), "198.51.100.82");
        page = browser.open(1440, 900, ColorScheme.LIGHT);
        page.navigate(browser.at("/signin?lang=vi"));
        browser.signIn(page, "phan-tich");
        for (int i = 0; i < COLD_LOADS; i++) {
            page.navigate(browser.at(QUEUE));
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aColdBrowserGetsTheQueueWithinItsBudgets() {
        List<Double> paints = new ArrayList<>();
        List<Double> shifts = new ArrayList<>();
        Map<String, Double> sizes = Map.of();
        for (int i = 0; i < COLD_LOADS; i++) {
            Page cold = browser.openLike(page);
            cold.onConsoleMessage(message -> System.err.println(message.text()));
            cold.navigate(browser.at(QUEUE));
            paints.add(number(cold.evaluate(LARGEST_PAINT)));
            shifts.add(number(cold.evaluate(SHIFTED)));
            sizes = kilobytes(cold.evaluate(SIZES));
            cold.context().close();
        }
        int rows = page.locator("[data-row-id]").count();
        within("script, kB", sizes.getOrDefault("js", 0.0), 40);
        within("styles, kB", sizes.getOrDefault("css", 0.0), 90);
        within("fonts, kB", sizes.getOrDefault("woff2", 0.0), 140);
        within("page with " + rows + " rows, kB", sizes.getOrDefault("html", 0.0), 20);
        within("largest paint, median of " + COLD_LOADS + ", ms", percentile(paints, 50), 1_000);
        within("layout shift, most", percentile(shifts, 100), 0.02);
    }

    @Test
    void aKeyIsAnsweredWithinItsBudgets() {
        page.navigate(browser.at(QUEUE));
        Locator first = page.locator("[data-row-id]").first();
        assertThat(first).isVisible();
        page.evaluate(WATCH_KEYS);
        first.focus();
        for (int i = 0; i < KEYS; i++) {
            page.keyboard().press(i % 2 == 0 ? "j" : "k");
            page.waitForFunction("count => window.painted.length >= count", i + 1);
        }
        List<Double> painted = numbers(page.evaluate("window.painted"));
        first.focus();
        page.keyboard().press("x");
        for (int i = 0; i < KEYS; i++) {
            page.locator("[data-row-id]").first().focus();
            page.keyboard().press("e");
            page.waitForFunction("count => window.confirmed.length >= count", i + 1);
        }
        List<Double> confirmed = numbers(page.evaluate("window.confirmed"));

        within("key to painted change, median, ms", percentile(painted, 50), 100);
        within("key to confirmed change, p95, ms", percentile(confirmed, 95), 400);
    }

    private static void within(String what, double value, double budget) {
        System.out.printf(Locale.ROOT, "budget: %s: %.3f of %.2f%n", what, value, budget);
        assertThat(value).as(what).isLessThan(budget * MARGIN);
    }

    private static Map<String, Double> kilobytes(Object sizes) {
        return ((Map<?, ?>) sizes)
                .entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                entry -> entry.getKey().toString(), entry -> number(entry.getValue()) / 1_000));
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static List<Double> numbers(Object values) {
        return ((List<?>) values).stream().map(BudgetsJourneyIT::number).toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
