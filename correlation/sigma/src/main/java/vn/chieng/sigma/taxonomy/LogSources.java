package vn.chieng.sigma.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.rule.ItemReader;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.Search;
import vn.chieng.sigma.rule.SearchReader;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.rule.ValueTest;
import vn.chieng.sigma.text.TextPattern;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;
import vn.chieng.sigma.yaml.YamlNode;

/** Which events belong to which log source; read from {@code logsources.yml}. */
public final class LogSources {
    private static final LogSource ANY = new LogSource(null, null, null);

    private final List<Stream> streams;

    /** Events for which the search holds are of this log source. */
    public record Stream(LogSource logSource, Search when) {}

    private LogSources(List<Stream> streams) {
        this.streams = List.copyOf(streams);
    }

    /** Read once. */
    private static final class Shipped {
        static final LogSources TABLE = read();
    }

    /** The table that ships. */
    public static LogSources shipped() {
        return Shipped.TABLE;
    }

    private static LogSources read() {
        Issues issues = new Issues("logsources.yml");
        SearchReader searches = new SearchReader(new ItemReader(issues, SigmaSettings.DEFAULT), issues);
        List<Stream> streams = new ArrayList<>();
        for (YamlNode node : ShippedData.list(issues.file())) {
            Search when = searches.read(Objects.requireNonNull(node.get("when")));
            if (when == null) {
                throw new IllegalStateException(issues.found().toString());
            }
            streams.add(new Stream(ShippedData.logSource(node.get("logsource")), when));
        }
        return new LogSources(streams);
    }

    /** The streams that a rule with this log source applies to; what the table does not know, the event must name. */
    public List<Stream> of(LogSource logSource) {
        List<Stream> found = streams.stream()
                .filter(stream -> logSource.contains(stream.logSource))
                .toList();
        return found.isEmpty() ? List.of(named(logSource)) : found;
    }

    private static Stream named(LogSource logSource) {
        List<Search> parts = new ArrayList<>();
        addNamed(parts, logSource.product(), "event.module", "event.dataset", false);
        addNamed(parts, logSource.service(), "event.module", "event.dataset", true);
        addNamed(parts, logSource.category(), "event.category", "event.dataset", true);
        return new Stream(ANY, new Search.All(parts));
    }

    private static void addNamed(
            List<Search> parts, @Nullable String name, String field, String dataset, boolean last) {
        if (name != null) {
            TextPattern whole = TextPattern.literal(name);
            TextPattern part =
                    TextPattern.literal(last ? "." + name : name + ".").open(last, !last);
            parts.add(new Search.Any(List.of(item(field, whole), item(dataset, whole), item(dataset, part))));
        }
    }

    private static Search.Item item(String field, TextPattern pattern) {
        ValueTest test = new ValueTest.Text(pattern, false);
        return new Search.Item(field, false, false, List.of(List.of(test)), Position.START);
    }
}
