package vn.chieng.api.incidents.signals;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the way from signals to incidents.
 *
 * @param consume whether this instance takes signals from Kafka
 */
@ConfigurationProperties("chieng.incidents")
record SignalSettings(@DefaultValue("true") boolean consume) {}
