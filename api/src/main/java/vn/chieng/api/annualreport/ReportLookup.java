package vn.chieng.api.annualreport;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;

/** What the pages of reports look up in the same way: a report or a part that may be seen, the words for a key, the way here. */
@Component
class ReportLookup {
    private final ReportStore store;
    private final OrganizationNames names;
    private final MessageSource messages;

    ReportLookup(ReportStore store, OrganizationNames names, MessageSource messages) {
        this.store = store;
        this.names = names;
        this.messages = messages;
    }

    StoredReport report(int year) {
        return store.find(year).orElseThrow(ReportLookup::none);
    }

    StoredPart part(int year, String organizationId, SignedIn caller) {
        return store.part(year, organizationId, caller.scope()).orElseThrow(ReportLookup::none);
    }

    /** A row of the part by its number from 1. */
    static ReportRow row(StoredPart part, int number) {
        List<ReportRow> rows = part.part().rows();
        return rows.get(number >= 1 && number <= rows.size() ? number - 1 : nowhere());
    }

    private static int nowhere() {
        throw none();
    }

    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    List<Crumb> crumbs(int year, Crumb... further) {
        var crumbs = new java.util.ArrayList<>(List.of(
                new Crumb("/annual-reports", word("annualreport.title")),
                new Crumb("/annual-reports/" + year, Integer.toString(year))));
        crumbs.addAll(List.of(further));
        return crumbs;
    }

    Crumb unit(StoredPart part) {
        return new Crumb(
                "/annual-reports/" + part.year() + "/units/" + part.organizationId(),
                names.name(part.organizationId(), locale()));
    }

    String word(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, locale()));
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** Whether the caller may put the whole report together; the handlers state the same by {@link Allowed}. */
    static boolean mayPublish(SignedIn caller) {
        return caller.scope() instanceof Scope.Everything
                && caller.may(vn.chieng.api.access.Permission.ANNUAL_REPORTS_PUBLISH);
    }
}
