package vn.chieng.api.audit.history;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.chieng.api.audit.AuditSubject;
import vn.chieng.api.console.Crumb;

/**
 * Whose history is shown.
 *
 * @param path address of the object's own page
 * @param name how people call it
 * @param crumbs the way to the object's page, that page included
 * @param object what the log knows it as
 * @param parts what else belongs to it and has entries of its own
 * @param organizationIds the organisations the object belongs to; empty where none
 */
public record HistoryOf(
        String path,
        String name,
        List<Crumb> crumbs,
        AuditSubject object,
        List<AuditSubject> parts,
        Set<String> organizationIds) {

    public HistoryOf {
        crumbs = List.copyOf(crumbs);
        parts = List.copyOf(parts);
        organizationIds = Set.copyOf(organizationIds);
    }

    List<AuditSubject> subjects() {
        return Stream.concat(Stream.of(object), parts.stream()).toList();
    }
}
