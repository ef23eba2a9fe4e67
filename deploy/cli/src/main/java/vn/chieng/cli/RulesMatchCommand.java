package vn.chieng.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.chieng.codecs.Codec;
import vn.chieng.codecs.Codecs;
import vn.chieng.codecs.Decoded;
import vn.chieng.codecs.EventJson;
import vn.chieng.codecs.FrameContext;
import vn.chieng.event.Event;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.SigmaRule;

/** Matches the events of files against rules. */
@Command(
        name = "match",
        description = "Prints {\"rule\",\"file\",\"event\"} for each match; events count from 0 in each file.",
        mixinStandardHelpOptions = true,
        footer = {
            "Rules that are refused are named on standard error, as file:line:column reason.",
            "Exit code: 0 fine, 1 refused rules or unreadable events, 2 wrong use."
        })
final class RulesMatchCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Map<String, Long> counts = new HashMap<>();
    private long unreadable;

    @Option(
            names = "--rules",
            paramLabel = "PATH",
            required = true,
            description = "Folder, .yml file or .tar.gz archive of rules; may be given several times.")
    private List<String> rules = List.of();

    @Option(
            names = "--codec",
            paramLabel = "NAME",
            description = "How to read the events: auto, ecs, or another codec. Default: auto")
    private String codecName = Codecs.AUTO;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of events; - is standard input.")
    private List<String> events = List.of();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "More files of events.")
    private List<String> moreEvents = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    RulesMatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Codec codec = Codecs.named(codecName)
                .orElseThrow(
                        () -> wrongUse("unknown codec " + codecName + "; known: " + String.join(", ", Codecs.names())));
        if (events.isEmpty() && moreEvents.isEmpty()) {
            throw wrongUse("no file of events: give --events FILE…");
        }
        try {
            RuleSet.Loaded loaded = RuleLoading.load(rules);
            RuleLoading.report(loaded, surroundings.err());
            match(loaded.rules(), codec);
            return loaded.issues().isEmpty() && unreadable == 0 ? Chieng.FINE : Chieng.PROBLEMS;
        } catch (IOException e) {
            surroundings.err().println("chieng rules match: " + Complaint.about(e));
            return Chieng.WRONG_USE;
        } finally {
            surroundings.out().flush();
        }
    }

    private void match(RuleSet loaded, Codec codec) throws IOException {
        EventFiles reader = new EventFiles(surroundings.in());
        FrameContext context = FrameContext.receivedAt(surroundings.clock().instant());
        EventFiles.Form form =
                codecName.equals(Codecs.AUTO) || codecName.equals("syslog") || codecName.startsWith("rfc")
                        ? EventFiles.Form.JSON_OR_LINES
                        : EventFiles.Form.JSON;
        List<String> files = Stream.concat(events.stream(), moreEvents.stream()).toList();
        for (String file : files) {
            reader.read(file, form, piece -> match(loaded, codec.decode(piece.bytes(), context), piece));
        }
        if (unreadable > 0) {
            surroundings.err().println("chieng rules match: " + unreadable + " events were unreadable");
        }
        loaded.failures()
                .forEach((id, count) -> surroundings.err().println("rule " + id + " failed on " + count + " events"));
    }

    private void match(RuleSet loaded, Decoded decoded, EventFiles.Piece piece) {
        if (piece.bytes().length == 0) {
            return; // an empty line in a file is no event
        }
        long index = counts.merge(piece.file(), 1L, Long::sum) - 1;
        if (decoded instanceof Decoded.Unreadable) {
            unreadable++;
        }
        if (piece instanceof EventFiles.Piece.Broken broken) {
            surroundings.err().println(Complaint.about(broken));
        }
        for (SigmaRule rule : loaded.match(decoded.event())) {
            print(rule.id(), piece.file(), index);
        }
    }

    private void print(String rule, String file, long index) {
        Event line = new Event.Builder()
                .put("rule", rule)
                .put("file", file)
                .put("event", index)
                .build();
        PrintStream out = surroundings.out();
        out.writeBytes(EventJson.write(line));
        out.write('\n');
    }

    private ParameterException wrongUse(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
