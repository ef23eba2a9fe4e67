package vn.chieng.e2e;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.testbed.AnyCertificate;

/** A signed-in user of the REST API over TLS, as a script would be one. */
final class Analyst {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI console;

    private Analyst(HttpClient http, URI console) {
        this.http = http;
        this.console = console;
    }

    /** Signs in through the form, as a browser does. */
    static Analyst signIn(RunningChieng chieng, String user) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .sslContext(AnyCertificate.trusted())
                .build();
        Analyst analyst = new Analyst(http, chieng.console());
        Matcher csrf = CSRF.matcher(analyst.get("/signin").body());
        if (!csrf.find()) {
            throw new AssertionError("the sign-in page has no CSRF field");
        }
        HttpResponse<String> answer = analyst.post(
                "/signin",
                "application/x-www-form-urlencoded",
                "username=" + encoded(user) + "&password=" + encoded(chieng.password(user)) + "&_csrf="
                        + encoded(csrf.group(1)));
        String location = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 303 || location.contains("error")) {
            throw new AssertionError("sign-in answered " + answer.statusCode() + " " + location);
        }
        return analyst;
    }

    /** All incidents in any state whose text, entity or evidence holds these words. */
    List<JsonNode> incidents(String words) throws IOException, InterruptedException {
        List<JsonNode> incidents = new ArrayList<>();
        String path = "/api/v1/incidents?state=all&limit=100&q=" + encoded(words);
        String next = "";
        do {
            HttpResponse<String> answer = get(next.isEmpty() ? path : path + "&after=" + encoded(next));
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            JsonNode page = JSON.readTree(answer.body());
            page.get("items").forEach(incidents::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return incidents;
    }

    /** The lines of evidence of an incident, at most 200. */
    List<String> evidence(long incident) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int offset = 0; offset < 200; offset += 100) {
            JsonNode page = JSON.readTree(get("/api/v1/incidents/" + incident + "/evidence?limit=100&offset=" + offset)
                    .body());
            page.get("items").forEach(line -> lines.add(line.get("original").asString()));
        }
        return lines;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(console.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Asks as a browser does and leaves after a while, whether the answer is there or not, as somebody does who clicks on at once. */
    void leave(String path, Duration stay) {
        CompletableFuture<HttpResponse<Void>> page = http.sendAsync(
                HttpRequest.newBuilder(console.resolve(path))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.discarding());
        Awaitility.await().pollDelay(stay).until(() -> true);
        page.cancel(true);
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(console.resolve(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
