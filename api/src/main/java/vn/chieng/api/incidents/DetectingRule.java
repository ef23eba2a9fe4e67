package vn.chieng.api.incidents;

import java.util.Locale;
import vn.chieng.event.Level;

/** A rule behind an incident, with its author as the rule's licence asks. */
public record DetectingRule(String id, String titleVi, String titleEn, String author, Level level) {

    /** The title in the reader's language. */
    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleVi;
    }
}
