package vn.chieng.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

/** Decodes the frames of files and prints the events. */
@Command(
        name = "decode",
        description = "Prints one ECS event per line, as a codec makes it of each frame in the files.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "A file holds lines of text, NDJSON, several JSON documents one after another, or one JSON array of them;",
            ".gz and .zip files are unpacked on the way.",
            "Each event has two members more: \"file\", the path as given, and \"line\", the number of the line on which",
            "its text begins. The fields of ECS's own object \"file\" are therefore printed with dots: \"file.path\".",
            "Exit code: 0 fine, 1 if there was an event of kind pipeline_error, 2 wrong use."
        })
final class DecodeCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Map<String, Integer> problems = new TreeMap<>();
    private long frames;

    @Option(
            names = "--codec",
            paramLabel = "NAME",
            defaultValue = Codecs.AUTO,
            description = "auto, syslog, rfc3164, rfc5424, windows, winlogbeat, nxlog, evtx-json or ecs. Default: auto")
    private String codecName = Codecs.AUTO;

    @Option(
            names = "--received",
            paramLabel = "TIME",
            description =
                    "When the frames arrived, in ISO 8601; the year of times without one derives from it. Default: now")
    private @Nullable String received;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Ho_Chi_Minh",
            description = "Zone of times that name none. Default: Asia/Ho_Chi_Minh")
    private String zone = "Asia/Ho_Chi_Minh";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to read; - is standard input.")
    private List<String> files = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    DecodeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Codec codec = Codecs.named(codecName)
                .orElseThrow(
                        () -> wrongUse("unknown codec " + codecName + "; known: " + String.join(", ", Codecs.names())));
        FrameContext context = context();
        EventFiles.Form form = holdsJsonOnly() ? EventFiles.Form.JSON : form();
        EventFiles reader = new EventFiles(surroundings.in());
        boolean unreadable = false;
        for (String file : files) {
            Optional<String> failure = read(reader, file, form, piece -> print(codec, context, piece));
            failure.ifPresent(
                    problem -> surroundings.err().println("chieng decode: cannot read " + file + ": " + problem));
            unreadable |= failure.isPresent();
        }
        surroundings.out().flush();
        return unreadable ? Chieng.WRONG_USE : summary();
    }

    private static Optional<String> read(
            EventFiles reader, String file, EventFiles.Form form, java.util.function.Consumer<EventFiles.Piece> sink) {
        try {
            reader.read(file, form, sink);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private boolean holdsJsonOnly() {
        return List.of("windows", "winlogbeat", "nxlog", "evtx-json", "ecs").contains(codecName);
    }

    private EventFiles.Form form() {
        return codecName.equals(Codecs.AUTO) ? EventFiles.Form.JSON_OR_LINES : EventFiles.Form.LINES;
    }

    private FrameContext context() {
        try {
            Instant moment = received == null ? surroundings.clock().instant() : Instant.parse(received);
            return new FrameContext(moment, ZoneId.of(zone), null, null);
        } catch (DateTimeException e) {
            throw wrongUse(String.valueOf(e.getMessage()));
        }
    }

    private void print(Codec codec, FrameContext context, EventFiles.Piece piece) {
        if (piece.bytes().length == 0) {
            return; // an empty line in a file is no frame
        }
        Decoded decoded = codec.decode(piece.bytes(), context);
        frames++;
        if (decoded instanceof Decoded.Unreadable unreadable) {
            problems.merge(unreadable.reason().code(), 1, Integer::sum);
        }
        PrintStream out = surroundings.out();
        out.writeBytes(EventJson.write(placed(decoded.event(), piece)));
        out.write('\n');
    }

    /** The event with its place; ECS's own {@code file} object makes way. */
    private static Event placed(Event event, EventFiles.Piece piece) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("file", piece.file());
        members.put("line", piece.line());
        event.fields().forEach((name, value) -> {
            if (name.equals("file") && value instanceof Map<?, ?> file) {
                file.forEach((inner, innerValue) -> members.put("file." + inner, innerValue));
            } else {
                members.put(name, value);
            }
        });
        return new Event.Builder().merge("", members).build();
    }

    private int summary() {
        if (problems.isEmpty()) {
            return Chieng.FINE;
        }
        long bad = problems.values().stream().mapToLong(Integer::longValue).sum();
        surroundings.err().println("chieng decode: " + bad + " of " + frames + " events unreadable: " + problems);
        return Chieng.PROBLEMS;
    }

    private ParameterException wrongUse(String problem) {
        return new ParameterException(requireNonNull(spec).commandLine(), problem);
    }
}
