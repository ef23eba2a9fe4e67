package vn.chieng.api.audit.log;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.audit.AuditEntry;

/** The words for what entries hold as codes; a code that nobody knows any more stands for itself. */
@Component("auditWords")
public final class AuditWords {
    private final MessageSource messages;
    private final OrganizationNames organizations;

    AuditWords(MessageSource messages, OrganizationNames organizations) {
        this.messages = messages;
        this.organizations = organizations;
    }

    /** The action of this code. */
    public String action(String code, Locale locale) {
        return word("audit.action.", code, locale);
    }

    /** The kind of object of this code. */
    public String object(String type, Locale locale) {
        return word("audit.object.", type, locale);
    }

    /** The field of this name. */
    public String field(String name, Locale locale) {
        return word("audit.field.", name, locale);
    }

    /** What a condition of the list asks for. */
    public String condition(String name, String value, Locale locale) {
        return switch (name) {
            case "role" -> role(value, locale);
            case "action" -> action(value, locale);
            case "type" -> object(value, locale);
            case "organization" -> organizations.name(value, locale);
            default -> value;
        };
    }

    /** The role, or that it was the process. */
    public String role(@Nullable String role, Locale locale) {
        return role == null ? word("audit.", "process", locale) : word("console.role.", role, locale);
    }

    /** One side of a change. */
    public String value(@Nullable Object value, Locale locale) {
        return switch (value) {
            case null -> word("audit.", "value.none", locale);
            case Boolean truth -> word("audit.value.", truth.toString(), locale);
            case Collection<?> elements ->
                elements.isEmpty()
                        ? word("audit.", "value.none", locale)
                        : elements.stream().map(each -> value(each, locale)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** All changes in one line. */
    public String changes(AuditEntry entry, Locale locale) {
        return entry.changes().stream()
                .map(change -> field(change.field(), locale) + ": " + value(change.before(), locale) + " → "
                        + value(change.after(), locale))
                .collect(Collectors.joining("; "));
    }

    private String word(String prefix, String code, Locale locale) {
        String word = messages.getMessage(prefix + code, null, code, locale);
        return word == null ? code : word;
    }
}
