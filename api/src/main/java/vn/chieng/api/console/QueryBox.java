package vn.chieng.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryFields;
import vn.chieng.api.query.QueryProblem;

/**
 * The search box of a list.
 *
 * @param typed what was typed into it
 * @param problem what is wrong with that; null where nothing is
 * @param fields what can be asked for
 * @param completions the address that answers what could be typed next
 */
public record QueryBox(String typed, @Nullable QueryProblem problem, List<QueryField> fields, String completions) {
    private static final int SHOWN_BEFORE = 40;
    private static final int SHOWN_AFTER = 20;

    public QueryBox {
        fields = List.copyOf(fields);
    }

    /** The box of a list with these fields. */
    public static QueryBox of(@Nullable String typed, ParsedQuery parsed, QueryFields fields, String completions) {
        QueryProblem problem = parsed instanceof ParsedQuery.Wrong(QueryProblem wrong) ? wrong : null;
        return new QueryBox(Objects.requireNonNullElse(typed, ""), problem, fields.all(), completions);
    }

    /** What stands before the place of the problem, cut at its beginning. */
    public String before() {
        int place = place();
        return place <= SHOWN_BEFORE ? typed.substring(0, place) : "…" + typed.substring(place - SHOWN_BEFORE, place);
    }

    /** What stands there and behind, cut at its end. */
    public String after() {
        String rest = typed.substring(place());
        return rest.length() <= SHOWN_AFTER ? rest : rest.substring(0, SHOWN_AFTER) + "…";
    }

    private int place() {
        return problem == null ? typed.length() : Math.clamp(problem.column() - 1L, 0, typed.length());
    }

    /** What narrows the list at a path, each with the address without it: the conditions of the query, then the other parameters. */
    public static List<AddressParameters.Condition> conditions(
            AddressParameters asked, ParsedQuery parsed, String path) {
        List<AddressParameters.Condition> conditions = new ArrayList<>();
        if (parsed instanceof ParsedQuery.Understood(var _, var typed)) {
            typed.forEach(each -> conditions.add(new AddressParameters.Condition(
                    "q", each.text(), asked.with("q", each.without()).at(path))));
        }
        asked.conditions(path).stream().filter(each -> !each.name().equals("q")).forEach(conditions::add);
        return conditions;
    }
}
