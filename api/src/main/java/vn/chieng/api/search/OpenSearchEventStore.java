package vn.chieng.api.search;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Scope;
import vn.chieng.api.search.EventStoreAwayException.Reason;
import vn.chieng.event.Event;
import vn.chieng.opensearch.OpenSearchConnection;

/** Asks the daily indices, a bounded number of times at once, and waits a bounded time. */
@Component
final class OpenSearchEventStore implements EventStore, DisposableBean {
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final Duration QUEUE = Duration.ofSeconds(2);
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern INDEX = Pattern.compile("logs-[a-z0-9][a-z0-9._-]{0,100}");
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final EventStoreAddress address;
    private final SearchSettings settings;
    private final EventRequests requests;
    private final JsonMapper json;
    private final Semaphore running;
    private @Nullable OpenSearchConnection connection;

    OpenSearchEventStore(EventStoreAddress address, SearchSettings settings, EventFields fields, JsonMapper json) {
        this.address = address;
        this.settings = settings;
        this.json = json;
        requests = new EventRequests(fields, settings.timeout());
        running = new Semaphore(settings.atOnce(), true);
    }

    @Override
    public EventPage page(EventQuery query, Scope scope) throws EventStoreAwayException {
        JsonNode answer = ask("logs-*", requests.page(query, scope, true));
        List<EventPage.Bucket> bars = new ArrayList<>();
        for (JsonNode bucket : answer.path("aggregations").path("times").path("buckets")) {
            bars.add(new EventPage.Bucket(
                    Instant.ofEpochMilli(bucket.path("key").asLong(0)),
                    bucket.path("doc_count").asLong(0)));
        }
        return new EventPage(
                events(answer),
                answer.path("hits").path("total").path("value").asLong(0),
                isWhole(answer),
                bars,
                EventRequests.interval(query));
    }

    @Override
    public EventPage rows(EventQuery query, Scope scope) throws EventStoreAwayException {
        JsonNode answer = ask("logs-*", requests.page(query, scope, false));
        return new EventPage(events(answer), 0, isWhole(answer), List.of(), EventRequests.interval(query));
    }

    private static boolean isWhole(JsonNode answer) {
        return !answer.path("timed_out").asBoolean(false)
                && answer.path("_shards").path("failed").asInt(0) == 0;
    }

    @Override
    public EventPage.FieldStatistics statistics(EventQuery query, String field, Scope scope)
            throws EventStoreAwayException {
        JsonNode counts =
                ask("logs-*", requests.statistics(query, field, scope)).path("aggregations");
        List<EventPage.ValueCount> top = new ArrayList<>();
        for (JsonNode bucket : counts.path("top").path("buckets")) {
            JsonNode key = bucket.has("key_as_string") ? bucket.path("key_as_string") : bucket.path("key");
            top.add(new EventPage.ValueCount(
                    key.isString() ? key.stringValue() : key.toString(),
                    bucket.path("doc_count").asLong(0)));
        }
        return new EventPage.FieldStatistics(
                field,
                top,
                counts.path("distinct").path("value").asLong(0),
                counts.path("with").path("doc_count").asLong(0),
                counts.path("top").path("sum_other_doc_count").asLong(0));
    }

    @Override
    public Optional<FoundEvent> find(String index, String id, Scope scope) throws EventStoreAwayException {
        String bare = index.startsWith(address.indexPrefix())
                ? index.substring(address.indexPrefix().length())
                : index;
        if (!INDEX.matcher(bare).matches()) {
            return Optional.empty();
        }
        return events(ask(bare, requests.one(id, scope))).stream().findFirst();
    }

    @Override
    public Optional<Instant> newest(Scope scope) throws EventStoreAwayException {
        JsonNode first = ask("logs-*", requests.newest(scope))
                .path("hits")
                .path("hits")
                .path(0)
                .path("sort")
                .path(0);
        return first.isNumber() && first.longValue() > 0
                ? Optional.of(Instant.ofEpochMilli(first.longValue()))
                : Optional.empty();
    }

    private List<FoundEvent> events(JsonNode answer) {
        List<FoundEvent> events = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            List<String> sort = new ArrayList<>();
            for (JsonNode each : hit.path("sort")) {
                sort.add(each.isString() ? each.stringValue() : each.toString());
            }
            events.add(new FoundEvent(
                    hit.path("_index").asString(""),
                    hit.path("_id").asString(""),
                    new Event.Builder()
                            .merge("", json.convertValue(hit.path("_source"), FIELDS))
                            .build(),
                    sort));
        }
        return events;
    }

    private JsonNode ask(String index, Map<String, Object> body) throws EventStoreAwayException {
        try {
            if (!running.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EventStoreAwayException(Reason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreAwayException(Reason.BUSY, e);
        }
        try {
            return sent(index, body);
        } finally {
            running.release();
        }
    }

    private JsonNode sent(String index, Map<String, Object> body) throws EventStoreAwayException {
        Request request = new Request("POST", "/" + address.indexPrefix() + index + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.addParameter("allow_partial_search_results", "true");
        request.setJsonEntity(json.writeValueAsString(body));
        try {
            Response response = connection().raw().performRequest(request);
            try (InputStream content = response.getEntity().getContent()) {
                return json.readTree(content);
            }
        } catch (ResponseException e) {
            int status = e.getResponse().getStatusCode();
            if (status == NOT_FOUND) {
                return json.createObjectNode();
            }
            throw new EventStoreAwayException(
                    status == TOO_MANY ? Reason.BUSY : status >= SERVER_ERROR ? Reason.AWAY : Reason.REFUSED, e);
        } catch (IOException | JacksonException e) {
            throw new EventStoreAwayException(Reason.AWAY, e);
        }
    }

    private synchronized OpenSearchConnection connection() {
        if (connection == null) {
            connection =
                    OpenSearchConnection.to(address.uri(), settings.timeout().plus(GRACE));
        }
        return connection;
    }

    @Override
    public synchronized void destroy() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }
}
