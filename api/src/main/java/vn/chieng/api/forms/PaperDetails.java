package vn.chieng.api.forms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.documents.DocumentDetails;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Marking;
import vn.chieng.law.pack.PackVersion;

/**
 * What identifies one printing: the record it is made from, in which version, when and by whom. The same details give the same bytes.
 *
 * @param id how people call the record, such as {@code HS-2026-000123}
 * @param at when the version of the record was made, not when it is printed
 */
public record PaperDetails(
        String id,
        int version,
        Instant at,
        String author,
        Marking marking,
        @Nullable String watermark) {

    DocumentDetails of(String title, DocumentLanguage language, String template, PackVersion pack) {
        return new DocumentDetails(
                id,
                version,
                title,
                language,
                template,
                pack.version(),
                pack.pack(),
                pack.version(),
                at,
                author,
                marking,
                watermark);
    }
}
