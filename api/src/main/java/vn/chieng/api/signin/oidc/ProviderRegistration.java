package vn.chieng.api.signin.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the provider says about itself, asked when the first person comes: a provider that is down must not keep this process from starting. */
@Component
public final class ProviderRegistration implements ClientRegistrationRepository {
    /** The one registration there is. */
    public static final String ID = "provider";

    static final String CALLBACK = "/signin/provider/callback";
    private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistration.class);
    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final OidcSettings settings;
    private volatile @Nullable ClientRegistration known;

    public ProviderRegistration(OidcSettings settings) {
        this.settings = settings;
    }

    /** Whether the provider has answered, now or before. */
    public boolean reachable() {
        return findByRegistrationId(ID) != null;
    }

    /** Where the provider's own session is ended, if it says. */
    Optional<URI> endSession() {
        return Optional.ofNullable(known)
                .map(registration -> registration
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint"))
                .map(address -> URI.create(address.toString()));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!registrationId.equals(ID) || !settings.enabled()) {
            return null;
        }
        ClientRegistration registration = known;
        if (registration == null) {
            registration = asked();
            known = registration;
        }
        return registration;
    }

    private @Nullable ClientRegistration asked() {
        URI issuer = Objects.requireNonNull(settings.issuer());
        try {
            Map<String, Object> metadata = RestClient.builder()
                    .requestFactory(requests())
                    .build()
                    .get()
                    .uri(issuer.toString().replaceAll("/$", "") + "/.well-known/openid-configuration")
                    .retrieve()
                    .body(METADATA);
            if (metadata == null || !issuer.toString().equals(metadata.get("issuer"))) {
                LOG.atError()
                        .addKeyValue("url.full", issuer.toString())
                        .log("the identity provider names another issuer");
                return null;
            }
            return ClientRegistrations.fromOidcConfiguration(metadata)
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(secret())
                    .scope(settings.scopes())
                    .clientName(settings.name())
                    .redirectUri("{baseUrl}" + CALLBACK)
                    .build();
        } catch (RestClientException | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("url.full", issuer.toString())
                    .addKeyValue("error.message", String.valueOf(e.getMessage()))
                    .log("the identity provider cannot be asked");
            return null;
        }
    }

    ClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        requests.setReadTimeout(settings.timeout());
        return requests;
    }

    private String secret() {
        Path file = Objects.requireNonNull(settings.clientSecretFile());
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }
}
