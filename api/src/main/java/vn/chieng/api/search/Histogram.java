package vn.chieng.api.search;

import java.time.Instant;
import java.util.List;

/**
 * Counts over time, drawn as bars of a picture 600 wide and 72 high.
 *
 * @param highest the largest count
 */
record Histogram(List<Bar> bars, long highest) {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 72;
    private static final double GAP = 0.15;

    Histogram {
        bars = List.copyOf(bars);
    }

    /** One stretch of time; whoever clicks on it sees only that. */
    record Bar(
            Instant from, Instant before, long count, double x, double y, double width, double height, String link) {}

    static Histogram of(EventPage page, SearchParameters parameters) {
        List<EventPage.Bucket> buckets = page.histogram();
        long highest = buckets.stream().mapToLong(EventPage.Bucket::count).max().orElse(0);
        double step = WIDTH / Math.max(1, buckets.size());
        return new Histogram(
                java.util.stream.IntStream.range(0, buckets.size())
                        .mapToObj(i -> bar(buckets.get(i), i * step, step, highest, page.interval(), parameters))
                        .toList(),
                highest);
    }

    private static Bar bar(
            EventPage.Bucket bucket, double x, double step, long highest, long interval, SearchParameters parameters) {
        double height = highest == 0 ? 0 : Math.max(bucket.count() == 0 ? 0 : 1.5, HEIGHT * bucket.count() / highest);
        Instant before = bucket.from().plusSeconds(interval);
        return new Bar(
                bucket.from(),
                before,
                bucket.count(),
                rounded(x + step * GAP / 2),
                rounded(HEIGHT - height),
                rounded(step * (1 - GAP)),
                rounded(height),
                parameters
                        .asked()
                        .without("since", "view")
                        .with("from", bucket.from().toString())
                        .with("to", before.minusMillis(1).toString())
                        .at("/logs"));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
