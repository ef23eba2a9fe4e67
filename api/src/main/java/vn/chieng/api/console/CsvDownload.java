package vn.chieng.api.console;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A CSV file as the answer to a request, streamed and named after what it lists and the day in Vietnam. */
public final class CsvDownload {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private CsvDownload() {}

    /** The file of a list. */
    public static ResponseEntity<StreamingResponseBody> of(String list, Clock clock, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Csv.TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(list + "-" + LocalDate.ofInstant(clock.instant(), VIETNAM) + ".csv")
                                .build()
                                .toString())
                .body(body);
    }

    /** The separator that an address asks for: {@code comma}, or else the semicolon. */
    public static char separator(String asked) {
        return asked.equals("comma") ? ',' : ';';
    }
}
