package vn.chieng.api.search;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.chieng.api.query.ParsedQuery;

/** What the search says of what was asked for, in the reader's language. */
@Component
final class SearchWords {
    private final MessageSource messages;

    SearchWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One condition and the address without it. */
    record Chip(String text, String without) {}

    List<Chip> chips(SearchParameters parameters, ParsedQuery parsed) {
        List<Chip> chips = new ArrayList<>();
        parameters.values().forEach((name, value) -> {
            if (name.equals("from") || name.equals("to")) {
                chips.add(new Chip(text("search." + name) + ": " + value.replace('T', ' '), parameters.with(name, "")));
            }
        });
        if (parsed instanceof ParsedQuery.Understood(var _, var conditions)) {
            conditions.forEach(
                    condition -> chips.add(new Chip(condition.text(), parameters.with("q", condition.without()))));
        }
        return chips;
    }

    String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
