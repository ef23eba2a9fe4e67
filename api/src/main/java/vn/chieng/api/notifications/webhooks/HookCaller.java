package vn.chieng.api.notifications.webhooks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** Posts to addresses that the guard lets through; follows no redirect, reads no body, and never waits longer than the time-out. */
public final class HookCaller implements AutoCloseable {
    private static final int GRACE = 2;

    private final AddressGuard guard;
    private final Duration timeout;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-timer").factory());

    public HookCaller(AddressGuard guard, Duration timeout) {
        this.guard = guard;
        this.timeout = timeout;
        Timeout each = Timeout.of(timeout);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(each).build())
                .setUserAgent("Chieng-Webhook/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    /** The status the receiver answered. */
    public int post(URI url, byte[] body, Map<String, String> headers) throws IOException {
        if (!"https".equals(url.getScheme()) && !guard.allows(url.getHost())) {
            throw new IOException("plain HTTP is for allowed hosts only");
        }
        HttpPost post = new HttpPost(url);
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        Future<?> end = timer.schedule(post::cancel, timeout.toMillis() * GRACE, TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(null, post, null)) {
            return response.getCode();
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
