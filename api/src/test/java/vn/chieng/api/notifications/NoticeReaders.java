package vn.chieng.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.Visitor;

/** People who read their bell and their mailbox. */
abstract class NoticeReaders extends ApiServers {
    static final String HOSTILE = "Dò\u202E mật\r\nBcc: x@y.vn khẩu <script>alert(1)</script>\0";
    private static @Nullable GreenMail mail;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountStore accounts;

    @Autowired
    ActingRights rights;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    final String run = UUID.randomUUID().toString().substring(0, 8);
    Folk folk;
    Visitor visitor;

    @BeforeAll
    static void openMailboxes() {
        mail = new GreenMail(new ServerSetup(MAIL_PORT, "127.0.0.1", "smtp"));
        mail.start();
    }

    @AfterAll
    static void closeMailboxes() {
        mail().stop();
    }

    @BeforeEach
    void meet() {
        folk = new Folk(accounts, rights, clock);
        visitor = new Visitor(mvc);
    }

    private static GreenMail mail() {
        return Objects.requireNonNull(mail);
    }

    SignedIn acting(Role role, String organization, String name) {
        Account account = accounts.add(
                        new Account.Draft(
                                name,
                                "Người " + name,
                                role == Role.ADMINISTRATOR ? AccountKind.ADMINISTRATOR : AccountKind.BUSINESS,
                                name + "@example.vn",
                                null,
                                organization,
                                "vi",
                                false),
                        clock.instant())
                .orElseThrow();
        return folk.acting(account, folk.role(account, role, organization));
    }

    void awaitBell(SignedIn reader, String words) {
        await().until(() -> Visitor.text(visitor.get("/notifications", reader)).contains(words));
    }

    long told(SignedIn reader) {
        return jdbc.sql("select count(*) from notice_readers where account_id = ?")
                .param(reader.accountId())
                .query(Long.class)
                .single();
    }

    static List<MimeMessage> mailsTo(SignedIn reader) {
        return Arrays.stream(mail().getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(reader.name() + "@example.vn");
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    static MimeMessage mailTo(SignedIn reader) {
        await().until(() -> !mailsTo(reader).isEmpty());
        return mailsTo(reader).getFirst();
    }

    static String text(MimeMessage mail, String type) throws Exception {
        return text((MimeMultipart) mail.getContent(), type);
    }

    static String text(MimeMultipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof MimeMultipart inner) {
                return text(inner, type);
            }
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        throw new AssertionError("no " + type);
    }

    static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
