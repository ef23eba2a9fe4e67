package vn.chieng.api.notifications;

import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;

/** The words of a notice in both languages; they may hold text of an unknown hand, which every channel makes harmless. */
public record NoticeText(String vi, String en) {
    /** No text is longer; what is longer is cut. */
    public static final int MOST = 2_000;

    private static final Locale VIETNAMESE = Locale.of("vi");

    public NoticeText {
        vi = storable(vi);
        en = storable(en);
    }

    /** A bundle key filled in both languages with the same values. */
    public static NoticeText of(MessageSource messages, String key, Object... values) {
        return each(locale -> messages.getMessage(key, values, locale));
    }

    /** Words made for each of the two languages. */
    public static NoticeText each(Function<Locale, String> words) {
        return new NoticeText(words.apply(VIETNAMESE), words.apply(Locale.ENGLISH));
    }

    /** The words for a reader of this language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : vi;
    }

    /** PostgreSQL takes no U+0000, and nobody reads a megabyte. */
    private static String storable(String text) {
        String cut = text;
        if (text.length() > MOST) {
            int end = Character.isHighSurrogate(text.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
            cut = text.substring(0, end) + "…";
        }
        return cut.replace('\0', '\uFFFD');
    }
}
