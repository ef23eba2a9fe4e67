package vn.chieng.api.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.OrganizationDirectory;

/** The organisations of a scope as the choices of a form, indented as the tree is. */
@Component("organizationChoices")
public final class OrganizationChoices {
    private static final String STEP = "— ";

    private final OrganizationDirectory organizations;

    OrganizationChoices(OrganizationDirectory organizations) {
        this.organizations = organizations;
    }

    /** One choice. */
    public record Choice(String id, String text) {}

    /** All within the scope, each after the one above it. */
    public List<Choice> within(Scope scope, Locale locale) {
        return organizations.within(scope).stream()
                .map(each -> new Choice(each.id(), STEP.repeat(organizations.depth(each.id())) + each.name(locale)))
                .toList();
    }

    /** The words for an id; a dash where there is none. */
    public String name(@Nullable String id, Locale locale) {
        return id == null ? "–" : organizations.name(id, locale);
    }
}
