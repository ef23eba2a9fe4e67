package vn.chieng.api.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever fails below {@code /api} into one of the known problems; pages have their own error templates. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception exception, HttpServletRequest request) throws Exception {
        boolean refusal = exception instanceof AccessDeniedException || exception instanceof AuthenticationException;
        if (refusal || !request.getRequestURI().startsWith("/api/")) {
            throw exception;
        }
        return switch (exception) {
            case MethodArgumentTypeMismatchException mismatch ->
                problems.response(ProblemType.BAD_REQUEST, mismatch.getName());
            case HttpMessageNotReadableException _ -> problems.response(ProblemType.BAD_REQUEST, "body");
            case ErrorResponse error -> known(error);
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _ -> problems.response(ProblemType.UNAVAILABLE);
            default -> internal(exception);
        };
    }

    private ResponseEntity<ProblemDetail> known(ErrorResponse error) {
        return switch (error.getStatusCode().value()) {
            case 404 -> problems.response(ProblemType.NOT_FOUND);
            case 405 -> problems.response(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> problems.response(ProblemType.NOT_ACCEPTABLE);
            case 413 -> problems.response(ProblemType.TOO_LARGE);
            case 415 -> problems.response(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> problems.response(ProblemType.UNAVAILABLE);
            default -> problems.response(ProblemType.BAD_REQUEST, "request");
        };
    }

    private ResponseEntity<ProblemDetail> internal(Exception exception) {
        String id = UUID.randomUUID().toString();
        LOG.atError().addKeyValue("problem.id", id).setCause(exception).log("request failed");
        return problems.response(ProblemType.INTERNAL, id);
    }
}
