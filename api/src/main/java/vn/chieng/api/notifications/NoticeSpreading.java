package vn.chieng.api.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;
import vn.chieng.api.notifications.Delivery.Plan;
import vn.chieng.api.notifications.Delivery.Target;
import vn.chieng.api.notifications.Recipients.Recipient;

/** Tells people in the console of what was committed, and plans mails and webhooks. */
@Component
final class NoticeSpreading {
    private static final int BATCH = 100;
    private static final int MOST_PEOPLE = 20_000;

    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final ChoiceStore choices;
    private final WebhookStore webhooks;
    private final Recipients recipients;
    private final PeopleStore people;
    private final MailChannel mail;
    private final TransactionOperations transactions;
    private final Clock clock;

    NoticeSpreading(
            NoticeStore notices,
            DeliveryStore deliveries,
            ChoiceStore choices,
            WebhookStore webhooks,
            Recipients recipients,
            PeopleStore people,
            MailChannel mail,
            TransactionOperations transactions,
            Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.choices = choices;
        this.webhooks = webhooks;
        this.recipients = recipients;
        this.people = people;
        this.mail = mail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Spreads a batch; whether there may be more. */
    boolean spread() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<StoredNotice> batch = notices.unspread(BATCH);
            if (!batch.isEmpty()) {
                Instant now = clock.instant();
                var choosers = new Choosers(
                        choices.rules(),
                        people.list(PeopleQuery.all(), new Scope.Everything(), now, 0, MOST_PEOPLE),
                        webhooks.list());
                batch.forEach(notice -> spread(notice, choosers, now));
            }
            return batch.size() == BATCH;
        }));
    }

    private record Choosers(NoticeRules rules, List<Person> people, List<Webhook> webhooks) {}

    private void spread(StoredNotice stored, Choosers choosers, Instant now) {
        List<Recipient> told = recipients.of(stored.notice(), choosers.rules(), choosers.people());
        notices.tell(
                stored.id(),
                told.stream()
                        .filter(each -> each.channels().console())
                        .map(each -> each.account().id())
                        .toList());
        List<Plan> plans = new ArrayList<>(mails(stored, told, now));
        choosers.webhooks().stream()
                .filter(hook ->
                        hook.enabled() && hook.kinds().contains(stored.kind()) && (hook.drills() || !stored.drill()))
                .forEach(hook -> plans.add(new Plan(stored.id(), new Target.Hook(hook.id()), false, now)));
        deliveries.plan(plans, now);
        notices.spread(stored.id(), now);
    }

    private List<Plan> mails(StoredNotice stored, List<Recipient> told, Instant now) {
        if (!mail.configured()) {
            return List.of();
        }
        List<Account> mailed = told.stream()
                .filter(each -> each.channels().mail() && each.account().mail() != null)
                .map(Recipient::account)
                .toList();
        Map<Long, NoticePreferences> preferences =
                choices.preferences(mailed.stream().map(Account::id).toList());
        List<Plan> plans = new ArrayList<>();
        for (Account account : mailed) {
            NoticePreferences chosen = preferences.getOrDefault(account.id(), NoticePreferences.NONE);
            if (!chosen.mailOff().contains(stored.kind())) {
                plans.add(new Plan(
                        stored.id(),
                        new Target.Mailbox(account.id()),
                        chosen.gathers(stored.kind()),
                        chosen.due(stored.kind(), now)));
            }
        }
        return plans;
    }
}
