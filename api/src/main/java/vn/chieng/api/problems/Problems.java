package vn.chieng.api.problems;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts problems into the caller's language; the texts carry no stack trace, query or secret. */
@Component
public final class Problems {
    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** The answer for a problem; the arguments go into its detail text. */
    public ResponseEntity<ProblemDetail> response(ProblemType type, Object... arguments) {
        return response(type, Map.of(), arguments);
    }

    /** As {@link #response(ProblemType, Object...)}, with further members. */
    public ResponseEntity<ProblemDetail> response(ProblemType type, Map<String, Object> members, Object... arguments) {
        ProblemDetail detail = detail(type, LocaleContextHolder.getLocale(), arguments);
        members.forEach(detail::setProperty);
        return ResponseEntity.status(type.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /** The body alone, for places outside of controllers. */
    public ProblemDetail detail(ProblemType type, Locale locale, Object... arguments) {
        ProblemDetail detail = ProblemDetail.forStatus(type.status());
        detail.setType(type.uri());
        detail.setTitle(messages.getMessage("problem." + type.slug() + ".title", null, locale));
        detail.setDetail(messages.getMessage("problem." + type.slug() + ".detail", arguments, locale));
        return detail;
    }
}
