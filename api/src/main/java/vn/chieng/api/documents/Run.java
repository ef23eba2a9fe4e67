package vn.chieng.api.documents;

import java.util.List;

/** Text in one kind of lettering; a line end in it begins a new line. */
public record Run(String text, boolean bold, boolean italic) {

    public Run {
        text = CleanText.text(text, "text");
    }

    public static Run plain(String text) {
        return new Run(text, false, false);
    }

    public static Run bold(String text) {
        return new Run(text, true, false);
    }

    public static Run italic(String text) {
        return new Run(text, false, true);
    }

    static String joined(List<Run> runs) {
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        return all.toString();
    }
}
