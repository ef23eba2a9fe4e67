package vn.chieng.api.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a document: which version of what, made from which template and law pack, when and by whom.
 *
 * @param watermark words across every page, such as DIỄN TẬP
 */
public record DocumentDetails(
        String id,
        int version,
        String title,
        DocumentLanguage language,
        String template,
        String templateVersion,
        String pack,
        String packVersion,
        Instant createdAt,
        String author,
        Marking marking,
        @Nullable String watermark) {
    private static final int LONGEST_WATERMARK = 40;
    private static final int LONGEST_NAME = 120;
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** Which template and law pack, in which versions. */
    public record Source(String template, String templateVersion, String pack, String packVersion) {}

    public DocumentDetails {
        id = name(id, "id");
        title = CleanText.line(title, "title");
        Objects.requireNonNull(language, "language");
        template = name(template, "template");
        templateVersion = name(templateVersion, "version of the template");
        pack = name(pack, "law pack");
        packVersion = name(packVersion, "version of the law pack");
        author = name(author, "author");
        Objects.requireNonNull(marking, "marking");
        watermark = CleanText.lineOrNone(watermark, "watermark");
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        if (version < 1) {
            throw new IllegalArgumentException("version " + version);
        }
        if (watermark != null && watermark.length() > LONGEST_WATERMARK) {
            throw new IllegalArgumentException("watermark longer than " + LONGEST_WATERMARK);
        }
    }

    /** Details of a document made now. */
    public static DocumentDetails of(
            String id,
            int version,
            String title,
            DocumentLanguage language,
            Source source,
            Clock clock,
            String author,
            Marking marking) {
        return new DocumentDetails(
                id,
                version,
                title,
                language,
                source.template(),
                source.templateVersion(),
                source.pack(),
                source.packVersion(),
                clock.instant(),
                author,
                marking,
                null);
    }

    /** The same, with words across every page. */
    public DocumentDetails watermarked(String words) {
        return new DocumentDetails(
                id,
                version,
                title,
                language,
                template,
                templateVersion,
                pack,
                packVersion,
                createdAt,
                author,
                marking,
                words);
    }

    String line() {
        return "%s · %s %d · %s %s (%s) · %s %s (%s) · %s · %s"
                .formatted(
                        id,
                        language.versionWord(),
                        version,
                        language.templateWord(),
                        template,
                        templateVersion,
                        language.packWord(),
                        pack,
                        packVersion,
                        DAY_AND_TIME.format(createdAt),
                        author);
    }

    private static String name(String raw, String what) {
        String clean = CleanText.line(raw, what);
        if (clean.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(what + " longer than " + LONGEST_NAME);
        }
        return clean;
    }
}
