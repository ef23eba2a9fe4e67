package vn.chieng.api.spreadsheets;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what is wrong with a file, and where. */
@Component
public final class SheetWords {
    private final MessageSource messages;

    SheetWords(MessageSource messages) {
        this.messages = messages;
    }

    /** For example: row 12, column "name": the text is longer than 4000 characters. */
    public String of(SheetIssue issue, Locale locale) {
        String what = messages.getMessage(
                "spreadsheets.issue." + issue.reason().code(), issue.arguments().toArray(), locale);
        if (issue.row() == 0) {
            return what;
        }
        return issue.column().isEmpty()
                ? messages.getMessage("spreadsheets.row", new Object[] {String.valueOf(issue.row()), what}, locale)
                : messages.getMessage(
                        "spreadsheets.cell", new Object[] {String.valueOf(issue.row()), issue.column(), what}, locale);
    }
}
