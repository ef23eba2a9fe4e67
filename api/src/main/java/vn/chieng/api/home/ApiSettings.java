package vn.chieng.api.home;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the web process as a whole.
 *
 * @param home folder of certificate, first password and other small files of this process
 * @param demo whether to make the demo users
 * @param checkToken whether to write an API token for the launcher into {@code <home>/check-token}
 */
@ConfigurationProperties("chieng.api")
public record ApiSettings(
        @DefaultValue("data/api") Path home,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean checkToken) {}
