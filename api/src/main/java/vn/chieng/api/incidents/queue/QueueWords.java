package vn.chieng.api.incidents.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.chieng.api.console.Shown;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Spans;

/** What the queue says of what was asked for, in the reader's language. */
@Component
final class QueueWords {
    private final MessageSource messages;
    private final OrganizationDirectory organizations;
    private final Shown shown;

    QueueWords(MessageSource messages, OrganizationDirectory organizations, Shown shown) {
        this.shown = shown;
        this.messages = messages;
        this.organizations = organizations;
    }

    /** A body that can be chosen. */
    public record Body(String id, String name) {}

    /** One condition and the address without it. */
    record Chip(String text, String without) {}

    /** Each condition as a chip that can be taken away. */
    List<Chip> chips(ListParameters parameters, ParsedQuery parsed) {
        List<Chip> chips = new ArrayList<>();
        parameters.values().forEach((name, value) -> {
            switch (name) {
                case "state", "severity", "since" -> chips.add(chip(name, choices(name, value), parameters));
                case "organization" -> chips.add(chip(name, organizations.name(value, locale()), parameters));
                case "from" -> chips.add(chip(name, began(value, parameters.to()), parameters));
                case "to" -> chips.add(chip(name, written(value), parameters));
                default -> {} // said elsewhere on the page
            }
        });
        if (parsed instanceof ParsedQuery.Understood(var _, var conditions)) {
            conditions.forEach(
                    condition -> chips.add(new Chip(condition.text(), parameters.with("q", condition.without()))));
        }
        return chips;
    }

    /** With nothing said of the end, a range goes on until now. */
    private String began(String from, @Nullable String to) {
        return to == null || to.isBlank() ? text("queue.range.until-now", written(from)) : written(from);
    }

    /** As people here write a time; what is no plain time stays as it was typed. */
    private static String written(String typed) {
        return typed.replaceFirst("^(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}:\\d{2})$", "$3/$2/$1 $4 (GMT+7)");
    }

    /** Bodies to choose from, by their key and name. */
    List<Body> bodies(List<Organization> organizations) {
        return organizations.stream()
                .map(each -> new Body(each.id(), shown.text(each.name(locale()))))
                .toList();
    }

    private Chip chip(String name, String value, ListParameters parameters) {
        return new Chip(text("incidents.filter." + name) + ": " + value, parameters.with(name, ""));
    }

    /** Values that the bundle knows, others as they are. */
    private String choices(String name, String values) {
        List<String> known = switch (name) {
            case "state" -> ListParameters.STATES;
            case "since" -> Spans.OFFERED;
            default -> List.of("M1", "M2", "M3", "M4");
        };
        return java.util.Arrays.stream(values.split(",", -1))
                .map(String::strip)
                .map(value -> known.contains(value) ? text("incidents." + name + "." + value) : value)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
