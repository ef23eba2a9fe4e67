package vn.chieng.cli.law;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.chieng.law.pack.Words;

/** The language of a report: its own words from bundles, the law's words from the pack. */
public enum Language {
    VI,
    EN;

    private static final String BUNDLE = "vn.chieng.cli.law.words";

    Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }

    String of(Words words) {
        return switch (this) {
            case VI -> words.vi();
            case EN -> words.en();
        };
    }

    /** Arguments are shown as they are: numbers are passed as text. */
    String say(String key, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale()).format(arguments);
    }
}
