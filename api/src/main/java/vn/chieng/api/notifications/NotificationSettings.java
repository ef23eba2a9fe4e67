package vn.chieng.api.notifications;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of notices that leave the console. The mail server itself is {@code spring.mail.*}; without {@code spring.mail.host} no mail is sent.
 *
 * @param consoleUrl how people reach the console; put before the paths in mails and webhooks
 * @param mailFrom the sender of mails
 * @param attempts how often a delivery is tried before it is given up
 * @param firstPause pause before the second attempt; it doubles with each one
 * @param longestPause no pause is longer
 * @param deliver whether this instance delivers
 * @param webhooksAllowed hosts and networks, such as {@code siem.tinh.vn} or {@code 10.1.0.0/16}, that webhooks may call though their addresses are private
 * @param webhookTimeout how long the answer of a webhook is waited for
 * @param maxStreams live bells served at the same time
 */
@ConfigurationProperties("chieng.notifications")
public record NotificationSettings(
        @DefaultValue("https://127.0.0.1:8443") URI consoleUrl,
        @DefaultValue("chieng@localhost") String mailFrom,
        @DefaultValue("9") int attempts,
        @DefaultValue("1m") Duration firstPause,
        @DefaultValue("4h") Duration longestPause,
        @DefaultValue("true") boolean deliver,
        @DefaultValue List<String> webhooksAllowed,
        @DefaultValue("10s") Duration webhookTimeout,
        @DefaultValue("2000") int maxStreams) {

    public NotificationSettings {
        webhooksAllowed = List.copyOf(webhooksAllowed);
        if (attempts < 1 || firstPause.compareTo(longestPause) > 0) {
            throw new IllegalArgumentException("chieng.notifications.attempts must be positive and"
                    + " chieng.notifications.first-pause not longer than chieng.notifications.longest-pause");
        }
    }

    /** The pause after so many attempts that failed. */
    public Duration pause(int failed) {
        Duration pause = firstPause;
        for (int i = 1; i < failed && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }

    /** Where a path of the console is. */
    public String url(String path) {
        return consoleUrl.toString().replaceFirst("/+$", "") + path;
    }
}
