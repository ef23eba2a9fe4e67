package vn.chieng.api.console;

import java.util.List;
import org.springframework.stereotype.Component;

/** The keys that the console's script knows, for the dialog that lists them. */
@Component("shortcuts")
public final class Shortcuts {

    /** Keys pressed one after another, and the bundle key of what they do. */
    public record Line(List<String> keys, String key) {
        public Line {
            keys = List.copyOf(keys);
        }
    }

    private static final List<Line> LINES = List.of(
            new Line(List.of("j"), "console.shortcuts.next"),
            new Line(List.of("k"), "console.shortcuts.previous"),
            new Line(List.of("x"), "console.shortcuts.select"),
            new Line(List.of("Enter"), "console.shortcuts.open"),
            new Line(List.of("Shift", "Enter"), "console.shortcuts.page"),
            new Line(List.of("e"), "console.shortcuts.acknowledge"),
            new Line(List.of("a"), "console.shortcuts.assign"),
            new Line(List.of("l"), "console.shortcuts.escalate"),
            new Line(List.of("c"), "console.shortcuts.close"),
            new Line(List.of("/"), "console.shortcuts.search"),
            new Line(List.of("g", "s"), "console.shortcuts.go.incidents"),
            new Line(List.of("g", "h"), "console.shortcuts.go.systems"),
            new Line(List.of("g", "d"), "console.shortcuts.go.dossiers"),
            new Line(List.of("g", "k"), "console.shortcuts.go.logs"),
            new Line(List.of("?"), "console.shortcuts.help"));

    /** All lines in the order shown. */
    public List<Line> lines() {
        return LINES;
    }
}
