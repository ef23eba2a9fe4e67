package vn.chieng.api.signin;

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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.chieng.testbed.AnyCertificate;

/** A browser over real connections: cookies, forms with their tokens, redirects one at a time. */
final class HttpBrowser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final URI site;
    private final HttpClient http;

    HttpBrowser(URI site) {
        this.site = site;
        http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .sslContext(AnyCertificate.trusted())
                .build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(site.resolve(path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a form with the token of the page that shows it. */
    HttpResponse<String> submit(String page, String action, Map<String, String> form)
            throws IOException, InterruptedException {
        HttpResponse<String> shown = get(page);
        Matcher token = CSRF.matcher(shown.body());
        if (!token.find()) {
            throw new AssertionError(page + " has no form token: " + shown.statusCode());
        }
        String body = form.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encoded(token.group(1));
        return http.send(
                HttpRequest.newBuilder(site.resolve(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Goes on to where the answer points, until nothing does. */
    HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> current = answer;
        for (int i = 0; i < 10 && current.headers().firstValue("Location").isPresent(); i++) {
            current = http.send(
                    HttpRequest.newBuilder(current.uri().resolve(location(current)))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        }
        return current;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    void forgetEverything() {
        cookies.getCookieStore().removeAll();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
