package vn.chieng.api.rules;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryField;

/** What lists of rules are asked for, and what could be typed next. */
@Component
class RuleListing {
    private final RuleStore store;
    private final QueryWords words;
    private final Clock clock;

    RuleListing(RuleStore store, QueryWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    /** What was typed into the search box, read. */
    ParsedQuery parsed(RuleListParameters parameters) {
        return parameters.parsed(clock);
    }

    /** Refuses with 400 what cannot be understood. */
    RuleQuery query(RuleListParameters parameters) {
        return query(parameters, words.understood(parsed(parameters)));
    }

    /** The same, with the query that was read from the search box. */
    RuleQuery query(RuleListParameters parameters, Query asked) {
        try {
            return parameters.query(asked);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    /** What could be typed next. */
    Completion completion(String typed, int caret) {
        return Completion.of(typed, caret, RuleListFields.ALL, this::offered);
    }

    private List<String> offered(QueryField field, String begun) {
        return Completion.matching(store.values(field.name()).stream(), begun.toLowerCase(Locale.ROOT));
    }
}
