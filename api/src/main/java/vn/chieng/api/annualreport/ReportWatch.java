package vn.chieng.api.annualreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Scope;
import vn.chieng.api.forms.FormWords;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.notifications.Notice;
import vn.chieng.api.notifications.NoticeKind;
import vn.chieng.api.notifications.NoticeText;
import vn.chieng.api.notifications.Notices;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.law.pack.LawPack;

/** Reminds units of their parts and the owner of the report as the last day comes near, and once it has passed; each step once. */
@Component
class ReportWatch {
    private static final List<Integer> STEPS = List.of(-1, 1, 3, 7, ReportDue.SOON);

    private final ReportStore store;
    private final CurrentLaw law;
    private final OrganizationDirectory directory;
    private final OrganizationNames names;
    private final Notices notices;
    private final MessageSource messages;
    private final TransactionOperations transactions;
    private final Clock clock;

    ReportWatch(
            ReportStore store,
            CurrentLaw law,
            OrganizationDirectory directory,
            OrganizationNames names,
            Notices notices,
            MessageSource messages,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.law = law;
        this.directory = directory;
        this.names = names;
        this.notices = notices;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 30 7 * * *", zone = "Asia/Ho_Chi_Minh")
    void remind() {
        remind(LocalDate.ofInstant(clock.instant(), ReportDue.VIETNAM));
    }

    void remind(LocalDate today) {
        for (StoredReport report : store.list()) {
            law.packs().find(report.pack()).ifPresent(pack -> remind(report, pack, today));
        }
    }

    private void remind(StoredReport report, LawPack pack, LocalDate today) {
        if (report.signed() == null) {
            ReportDue.ofWhole(report, pack)
                    .ifPresent(due -> remind(report, due, directory.root().id(), "", today));
        }
        if (report.state() == ReportState.OPEN) {
            ReportDue.ofUnits(report, pack)
                    .ifPresent(due -> store.parts(report.year(), new Scope.Everything()).stream()
                            .filter(part -> !part.approved())
                            .forEach(part -> remind(
                                    report, due, part.organizationId(), "/units/" + part.organizationId(), today)));
        }
    }

    private void remind(StoredReport report, ReportDue due, String organizationId, String path, LocalDate today) {
        OptionalInt reached = step(due.daysLeft(today));
        if (reached.isPresent()) {
            String page = "/annual-reports/" + report.year() + path;
            Notice notice = Notice.toRoles(
                    NoticeKind.DOSSIER_DEADLINE,
                    "annual-report:%d:%s:%s:%d"
                            .formatted(
                                    report.year(),
                                    path.isEmpty() ? "whole" : "part",
                                    organizationId,
                                    reached.getAsInt()),
                    NoticeText.each(locale -> subject(report, due, organizationId, path, today, locale)),
                    page,
                    Set.of(organizationId));
            transactions.executeWithoutResult(_ -> notices.send(notice));
        }
    }

    /** The step that so many days left have reached: the least that is not below them. */
    static OptionalInt step(int daysLeft) {
        return STEPS.stream()
                .mapToInt(Integer::intValue)
                .filter(step -> daysLeft <= step)
                .findFirst();
    }

    private String subject(
            StoredReport report, ReportDue due, String organizationId, String path, LocalDate today, Locale locale) {
        int left = due.daysLeft(today);
        String kind = (path.isEmpty() ? "whole" : "part") + (left < 0 ? ".overdue" : ".due");
        return messages.getMessage(
                "annualreport.notice." + kind,
                new Object[] {
                    String.valueOf(report.year()),
                    names.name(organizationId, locale),
                    FormWords.day(due.lastDay()),
                    Math.abs(left)
                },
                locale);
    }
}
