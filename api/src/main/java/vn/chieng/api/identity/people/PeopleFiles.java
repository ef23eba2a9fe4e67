package vn.chieng.api.identity.people;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.console.Times;
import vn.chieng.api.identity.Days;
import vn.chieng.api.identity.Held;
import vn.chieng.api.identity.IdentityAction;
import vn.chieng.api.identity.LastDay;
import vn.chieng.api.identity.OrganizationChoices;
import vn.chieng.api.identity.People;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;

/** People and roles as CSV files; each download is an entry of the audit log. */
@Controller
final class PeopleFiles {
    private static final int AT_ONCE = 500;

    private final PeopleStore people;
    private final OrganizationChoices organizations;
    private final QueryWords words;
    private final MessageSource messages;
    private final Times times;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    PeopleFiles(
            PeopleStore people,
            OrganizationChoices organizations,
            QueryWords words,
            MessageSource messages,
            Times times,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.people = people;
        this.organizations = organizations;
        this.words = words;
        this.messages = messages;
        this.times = times;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/admin/users/export")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<StreamingResponseBody> people(
            @ModelAttribute PeopleParameters parameters, SignedIn caller, Locale locale) {
        PeopleQuery query = PeoplePages.query(parameters, words.understood(parameters.parsed(clock)), caller);
        Instant now = clock.instant();
        recorded(
                IdentityAction.PERSON_EXPORTED,
                Map.copyOf(parameters.values()),
                people.count(query, caller.scope(), now),
                caller);
        return file("people", now, out -> writePeople(out, query, caller, now, locale));
    }

    private void writePeople(OutputStream out, PeopleQuery query, SignedIn caller, Instant now, Locale locale)
            throws IOException {
        Csv csv = new Csv(
                out,
                columns(
                        locale,
                        "name",
                        "display-name",
                        "kind",
                        "organization",
                        "mail",
                        "phone",
                        "state",
                        "signed-in",
                        "roles"));
        boolean whole = caller.may(Permission.PERSONAL_DATA_READ);
        for (int offset = 0; ; offset += AT_ONCE) {
            List<Person> some = people.list(query, caller.scope(), now, offset, AT_ONCE);
            for (Person each : some) {
                Person person = whole ? each : PersonView.masked(each);
                csv.line(
                        person.account().name(),
                        person.account().displayName(),
                        text("identity.kind." + person.account().kind().code(), locale),
                        organizations.name(person.account().organizationId(), locale),
                        person.account().mail(),
                        person.account().phone(),
                        text("identity.state." + person.state().code(), locale),
                        times.brief(person.account().lastSignedInAt()),
                        person.roles().stream().map(held -> held(held, locale)).collect(Collectors.joining("; ")));
            }
            csv.flush();
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    @GetMapping("/admin/roles/export")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<StreamingResponseBody> roles(SignedIn caller, Locale locale) {
        Instant now = clock.instant();
        List<Held> held = people.held(caller.scope(), now);
        recorded(IdentityAction.ROLE_EXPORTED, Map.of(), held.size(), caller);
        return file("roles", now, out -> {
            Csv csv = new Csv(
                    out,
                    columns(locale, "role", "organization", "display-name", "name", "granted", "last-day", "from"));
            for (Held each : held) {
                csv.line(
                        text("console.role." + each.assignment().role(), locale),
                        organizations.name(each.assignment().organizationId(), locale),
                        each.displayName(),
                        each.accountName(),
                        times.brief(each.assignment().grantedAt()),
                        Days.text(each.lastDay()),
                        each.fromName());
            }
            csv.flush();
        });
    }

    private void recorded(IdentityAction action, Map<String, @Nullable Object> filters, long rows, SignedIn caller) {
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AuditRecord.of(action, People.OBJECT, "*", null, Set.of()).changed(filters, Map.of("rows", rows))));
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, Instant now, StreamingResponseBody body) {
        LocalDate today = LastDay.today(now);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "-" + today + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    private String held(Held held, Locale locale) {
        return text("console.role." + held.assignment().role(), locale) + ", "
                + organizations.name(held.assignment().organizationId(), locale);
    }

    private String[] columns(Locale locale, String... names) {
        return Arrays.stream(names)
                .map(name -> text("identity.column." + name, locale))
                .toArray(String[]::new);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
