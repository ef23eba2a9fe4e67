package vn.chieng.api.console;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the foot of each page says about the body that runs the system; what is not set is not shown. */
@ConfigurationProperties("chieng.console")
public record ConsoleSettings(
        @Nullable String agency,
        @Nullable String responsible,
        @Nullable String address,
        @Nullable String hotline) {}
