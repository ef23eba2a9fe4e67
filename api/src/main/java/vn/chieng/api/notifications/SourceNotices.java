package vn.chieng.api.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.chieng.api.console.Times;
import vn.chieng.api.logs.LogSource;
import vn.chieng.api.logs.SourceSilent;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Tells once of each time a log source falls silent. */
@Component
final class SourceNotices {
    private final Notices notices;
    private final OrganizationDirectory organizations;
    private final Times times;
    private final MessageSource messages;

    SourceNotices(Notices notices, OrganizationDirectory organizations, Times times, MessageSource messages) {
        this.notices = notices;
        this.organizations = organizations;
        this.times = times;
        this.messages = messages;
    }

    @EventListener
    void onSilence(SourceSilent silence) {
        LogSource source = silence.source();
        notices.send(Notice.toRoles(
                NoticeKind.SOURCE_SILENT,
                "source-silent-" + key(source),
                NoticeText.each(locale -> messages.getMessage(
                        "notifications.source.silent",
                        new Object[] {
                            source.id(),
                            organizations.name(source.organizationId(), locale),
                            times.brief(source.newest())
                        },
                        locale)),
                "/coverage",
                Set.of(source.organizationId())));
    }

    /** Names are of any length; the time it was heard last tells one silence from the next. */
    private static String key(LogSource source) {
        return UUID.nameUUIDFromBytes((source.organizationId() + '\n' + source.id() + '\n' + source.newest())
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
