package vn.chieng.api.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.notifications.Delivery.Outcome;
import vn.chieng.api.notifications.mail.MailComposer;
import vn.chieng.api.notifications.mail.MailLine;
import vn.chieng.api.notifications.mail.MailText;

/** Sends mails; each has an id made of its delivery, so that a repetition can be told. */
@Component
final class MailChannel {
    private static final String PREFERENCES = "/me/notifications";

    private final ObjectProvider<JavaMailSender> sender;
    private final MailComposer composer;
    private final AccountStore accounts;
    private final NotificationSettings settings;
    private final Clock clock;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            MailComposer composer,
            AccountStore accounts,
            NotificationSettings settings,
            Clock clock) {
        this.sender = sender;
        this.composer = composer;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is a mail server to send by. */
    boolean configured() {
        return sender.getIfAvailable() != null;
    }

    /** Sends one mail of all these notices to their one reader. */
    Outcome send(long accountId, List<Delivery> deliveries) {
        JavaMailSender by = sender.getIfAvailable();
        if (by == null) {
            return new Outcome.Failed("no mail server is configured");
        }
        Optional<Account> account = accounts.find(accountId).filter(found -> !found.disabled());
        if (account.isEmpty() || account.get().mail() == null) {
            return new Outcome.Unwanted();
        }
        try {
            by.send(message(by, account.get(), deliveries));
            return new Outcome.Sent();
        } catch (MailException e) {
            return Outcome.Failed.by(e.getMostSpecificCause());
        } catch (MessagingException e) {
            return Outcome.Failed.by(e);
        }
    }

    private MimeMessage message(JavaMailSender by, Account account, List<Delivery> deliveries)
            throws MessagingException {
        Locale locale = Locale.forLanguageTag(account.locale());
        MailText text = composer.compose(
                deliveries.stream().map(each -> line(each.notice(), locale)).toList(),
                locale,
                settings.url(PREFERENCES));
        var message = new IdentifiedMessage(by.createMimeMessage(), deliveries.getFirst());
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.mailFrom());
        helper.setTo(String.valueOf(account.mail()));
        helper.setSubject(text.subject());
        helper.setText(text.plain(), text.html());
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private MailLine line(StoredNotice notice, Locale locale) {
        return new MailLine(
                notice.subject(locale),
                notice.detail(locale),
                settings.url(notice.path()),
                notice.drill(),
                notice.createdAt());
    }

    /** Jakarta Mail makes an id of its own for each attempt; this one keeps the delivery's. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(MimeMessage blank, Delivery first) throws MessagingException {
            super(blank.getSession());
            id = "<" + first.idempotency() + "@chieng>";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
