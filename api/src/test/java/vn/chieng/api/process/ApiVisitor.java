package vn.chieng.api.process;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chieng.testbed.AnyCertificate;

/** One person's browser: one connection of HTTP/2 for pages, REST and streams. */
final class ApiVisitor {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final URI site;
    private final HttpClient http;
    private String token = "";

    ApiVisitor(URI site) {
        this.site = site;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .cookieHandler(new CookieManager())
                .sslContext(AnyCertificate.trusted())
                .build();
    }

    void signIn(String user, String password) throws IOException, InterruptedException {
        String form = "username=" + encoded(user) + "&password=" + encoded(password) + "&_csrf="
                + found(FORM_TOKEN, get("/signin"));
        HttpResponse<String> answer = http.send(
                request("/signin", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new AssertionError("sign-in answered " + answer.statusCode());
        }
        token = found(PAGE_TOKEN, get("/incidents?state=open"));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(site.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** How many bytes of a page go over the wire. */
    int transferred(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(site.resolve(path))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    /** Sends JSON as scripts of a signed-in person do. */
    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return http.send(
                request(path, "application/json")
                        .header("X-CSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Opens a stream whose lines go to the reader until the connection ends. */
    CompletableFuture<HttpResponse<Void>> stream(String path, Flow.Subscriber<String> reader) {
        return http.sendAsync(
                HttpRequest.newBuilder(site.resolve(path))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.fromLineSubscriber(reader));
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(site.resolve(path)).header("Content-Type", type);
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher matcher = pattern.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("no token in the answer %d of %s, %s:%n%.2000s"
                    .formatted(page.statusCode(), page.uri(), page.headers().firstValue("Location"), page.body()));
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
