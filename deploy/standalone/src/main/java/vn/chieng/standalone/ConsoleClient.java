package vn.chieng.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Speaks to the console of this stack and trusts exactly the certificate it made at its first start. */
final class ConsoleClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpClient client;
    private final URI address;

    private ConsoleClient(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    /** Empty while there is no certificate yet. */
    static Optional<ConsoleClient> connect(URI address, Home home) throws IOException {
        if (!Files.exists(home.keyStore()) || !Files.exists(home.keyStorePassword())) {
            return Optional.empty();
        }
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(home))
                .connectTimeout(LIMIT)
                .build();
        return Optional.of(new ConsoleClient(client, address));
    }

    static boolean isReady(URI address, Home home) throws IOException {
        Optional<ConsoleClient> connected = connect(address, home);
        if (connected.isEmpty()) {
            return false;
        }
        try (ConsoleClient client = connected.get()) {
            return client.get("/health/readiness", Optional.empty()).statusCode() == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One GET, with a bearer token where one is given. */
    HttpResponse<String> get(String path, Optional<String> token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(LIMIT.multipliedBy(2))
                .header("Accept", "application/json");
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static SSLContext trusting(Home home) throws IOException {
        char[] password = Files.readString(home.keyStorePassword()).strip().toCharArray();
        try (InputStream in = Files.newInputStream(home.keyStore())) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(in, password);
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (String alias : Collections.list(own.aliases())) {
                trusted.setCertificateEntry(alias, own.getCertificate(alias));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate in " + home.keyStore() + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
