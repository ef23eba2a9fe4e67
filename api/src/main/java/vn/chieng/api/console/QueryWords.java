package vn.chieng.api.console;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryProblem;

/** Says what is wrong with a query, in the reader's language. */
@Component
public final class QueryWords {
    private final MessageSource messages;
    private final Problems problems;

    QueryWords(MessageSource messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /** The sentence for a problem. */
    public String sentence(QueryProblem problem) {
        return messages.getMessage(
                problem.key(), new Object[] {problem.column(), problem.detail()}, LocaleContextHolder.getLocale());
    }

    /** The answer of an interface for programs. */
    public ResponseEntity<?> refused(QueryProblem problem) {
        return problems.response(ProblemType.BAD_REQUEST, Map.of("column", problem.column()), sentence(problem));
    }

    /** The query, for files and whatever else has no box to show a problem at. */
    public Query understood(ParsedQuery parsed) {
        return switch (parsed) {
            case ParsedQuery.Understood(Query query, var _) -> query;
            case ParsedQuery.Wrong(QueryProblem problem) ->
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence(problem));
        };
    }
}
