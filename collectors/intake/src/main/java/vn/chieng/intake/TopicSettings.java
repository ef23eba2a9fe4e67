package vn.chieng.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How the topics are called and made. */
@ConfigurationProperties("chieng.topics")
record TopicSettings(
        @DefaultValue("") String prefix, @DefaultValue("1") short replicationFactor) {}
