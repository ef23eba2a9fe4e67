package vn.chieng.api.forms;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.law.pack.Words;

/** The fixed words of papers that are not the law's, from the bundle; and the law's in one language. */
public final class FormWords {
    private static final String BUNDLE = "messages/forms";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int MARCH = 3;

    private final DocumentLanguage language;
    private final Locale locale;
    private final ResourceBundle bundle;

    private FormWords(DocumentLanguage language) {
        this.language = language;
        locale = Locale.of(language.tag());
        bundle = ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public static FormWords in(DocumentLanguage language) {
        return new FormWords(language);
    }

    /** The language that a reader of pages reads papers in. */
    public static DocumentLanguage language(Locale locale) {
        return locale.getLanguage().equals(DocumentLanguage.ENGLISH.tag())
                ? DocumentLanguage.ENGLISH
                : DocumentLanguage.VIETNAMESE;
    }

    public DocumentLanguage language() {
        return language;
    }

    public String of(Words words) {
        return switch (language) {
            case VIETNAMESE -> words.vi();
            case ENGLISH -> words.en();
        };
    }

    /** The text of a key with values in their places. */
    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** What stands where something is missing. */
    public String dots() {
        return text("forms.dots");
    }

    public String orDots(@Nullable String text) {
        return text == null || text.isBlank() ? dots() : text;
    }

    /** A day as it stands in a sentence. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Place and day as a state document writes them: zeros before days below ten and before January and February. */
    String placeAndDate(@Nullable String place, @Nullable LocalDate date) {
        if (date == null) {
            return text("forms.place-without-date", orDots(place));
        }
        int month = date.getMonthValue();
        return text(
                "forms.place-date",
                orDots(place),
                padded(date.getDayOfMonth()),
                month < MARCH ? padded(month) : Integer.toString(month),
                year(date),
                text("forms.month." + month));
    }

    /** A paper by its number, day and issuer, as far as they are known. */
    public String paper(@Nullable String number, @Nullable LocalDate date, @Nullable String issuer) {
        return text("forms.paper", orDots(number), date == null ? dots() : day(date), orDots(issuer));
    }

    private static String padded(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String year(LocalDate day) {
        return Integer.toString(day.getYear());
    }
}
