package vn.chieng.api.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in that belong to no part of it.
 *
 * @param checkTokenLifetime how long the launcher's token holds
 * @param demoOwnerOrganization where the demo owner holds that role
 * @param codeWithin how long after the password the code is waited for
 */
@ConfigurationProperties("chieng.api.signin")
record SignInSettings(
        @DefaultValue("7d") Duration checkTokenLifetime,
        @DefaultValue("org-21583") String demoOwnerOrganization,
        @DefaultValue("5m") Duration codeWithin) {}
