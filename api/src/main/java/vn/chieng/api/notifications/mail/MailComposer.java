package vn.chieng.api.notifications.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.console.FragmentRenderer;
import vn.chieng.api.console.Shown;
import vn.chieng.api.console.Times;

/** Writes mails; text from an unknown hand can neither add a header nor hide or turn around what stands beside it. */
@Component
public final class MailComposer {
    private static final int LONGEST_SUBJECT = 160;
    private static final int LONGEST_DETAIL = 1_000;

    private final MessageSource messages;
    private final FragmentRenderer renderer;
    private final Shown shown;
    private final Times times;

    MailComposer(MessageSource messages, FragmentRenderer renderer, Shown shown, Times times) {
        this.messages = messages;
        this.renderer = renderer;
        this.shown = shown;
        this.times = times;
    }

    /** One mail of one or more notices. */
    public MailText compose(List<MailLine> lines, Locale locale, String preferencesUrl) {
        List<MailLine> safe = lines.stream().map(this::harmless).toList();
        String subject = safe.size() == 1
                ? marked(safe.getFirst(), locale)
                : messages.getMessage("notifications.mail.digest", new Object[] {safe.size()}, locale);
        var plain = new StringBuilder();
        for (MailLine line : safe) {
            plain.append(marked(line, locale)).append('\n');
            if (line.detail() != null) {
                plain.append(line.detail()).append('\n');
            }
            plain.append(times.exact(line.at())).append('\n').append(line.url()).append("\n\n");
        }
        plain.append("-- \n")
                .append(messages.getMessage("notifications.mail.foot", null, locale))
                .append('\n')
                .append(preferencesUrl)
                .append('\n');
        String html = renderer.render(
                "notifications/mail", "mail", locale, Map.of("lines", safe, "preferencesUrl", preferencesUrl));
        return new MailText(
                "[" + messages.getMessage("console.product", null, locale) + "] " + cut(subject, LONGEST_SUBJECT),
                plain.toString(),
                html);
    }

    private MailLine harmless(MailLine line) {
        return new MailLine(
                oneLine(line.subject()), detail(line.detail()), oneLine(line.url()), line.drill(), line.at());
    }

    private String marked(MailLine line, Locale locale) {
        return line.drill()
                ? "[" + messages.getMessage("console.drill", null, locale) + "] " + line.subject()
                : line.subject();
    }

    private @Nullable String detail(@Nullable String text) {
        return text == null ? null : shown.text(cut(text, LONGEST_DETAIL));
    }

    private String oneLine(String text) {
        return cut(shown.text(text.replaceAll("[\\r\\n\\t]+", " ")), LONGEST_SUBJECT * 4);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
