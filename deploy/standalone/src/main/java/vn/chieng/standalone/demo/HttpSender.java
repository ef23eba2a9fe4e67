package vn.chieng.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Posts documents as NDJSON with the organisation's API key. */
final class HttpSender implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI address;
    private final Map<String, String> keys;

    /** The keys are found by organisation id. */
    HttpSender(URI address, Map<String, String> keys) {
        this.address = address;
        this.keys = Map.copyOf(keys);
    }

    boolean send(Organization from, String document) throws InterruptedException {
        String key = keys.get(from.id());
        if (key == null) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Authorization", "ApiKey " + key)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(document + "\n"))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
