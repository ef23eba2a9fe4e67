package vn.chieng.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks into the log indices directly, as a judge that shares no code with the product. */
final class LogSearch {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 10_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI openSearch;

    LogSearch(URI openSearch) {
        this.openSearch = openSearch;
    }

    /** All events that match an OpenSearch query, at most 10,000. */
    List<JsonNode> events(String query) throws IOException, InterruptedException {
        JsonNode answer = search("{\"size\":" + MOST + ",\"query\":" + query + "}");
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            events.add(hit.get("_source"));
        }
        return events;
    }

    /** The answer to a search over all log indices, refreshed before. */
    JsonNode search(String body) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(openSearch.resolve("/logs-*/_refresh"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
        return JSON.readTree(http.send(
                        HttpRequest.newBuilder(openSearch.resolve("/logs-*/_search?track_total_hits=true"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }
}
