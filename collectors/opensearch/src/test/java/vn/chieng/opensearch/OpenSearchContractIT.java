package vn.chieng.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chieng.testbed.Testbed;

/** What we use of the Elasticsearch client does work against OpenSearch. */
class OpenSearchContractIT {
    private static final String DAY = "logs-r12-2026.11.22";

    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final String index = prefix + DAY;
    private OpenSearchConnection connection;

    @BeforeEach
    void connect() throws IOException {
        connection = OpenSearchConnection.to(Testbed.shared().opensearch(), Duration.ofSeconds(30));
        LogTemplate.install(connection, prefix);
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
    }

    @Test
    void theSameIdTwiceIsOneDocumentAndAConflict() throws IOException {
        assertThat(create("e1", "{\"message\":\"first\"}").errors()).isFalse();

        BulkResponse second = create("e1", "{\"message\":\"second\"}");

        assertThat(second.items().getFirst().status()).isEqualTo(409);
        SearchResponse<Map<String, Object>> found = search("e1");
        assertThat(found.hits().hits()).hasSize(1);
        assertThat(found.hits().hits().getFirst().source()).containsEntry("message", "first");
    }

    @Test
    @SuppressWarnings("unchecked")
    void fieldsAreTypedAsEcsSays() throws IOException {
        create("e2", "{\"source\":{\"ip\":\"203.0.113.77\"},\"@timestamp\":\"2026-11-22T06:41:07+07:00\"}");
        refresh();

        SearchResponse<Map<String, Object>> byNetwork = connection
                .client()
                .search(
                        search -> search.index(index)
                                .query(query -> query.term(
                                        term -> term.field("source.ip").value("203.0.113.0/24"))),
                        (Class<Map<String, Object>>) (Class<?>) Map.class);

        assertThat(byNetwork.hits().hits()).hasSize(1);
    }

    @Test
    void manyFieldsLongValuesAndWrongTypesAreTaken() throws IOException {
        StringBuilder manyFields = new StringBuilder("{\"x0\":0");
        for (int i = 1; i < 5_000; i++) {
            manyFields.append(",\"x").append(i).append("\":").append(i);
        }
        String longText = "\"" + "a".repeat(100_000) + "\"";

        assertTaken(create("many-fields", manyFields + "}"));
        assertTaken(create("long-script", "{\"winlog\":{\"event_data\":{\"ScriptBlockText\":" + longText + "}}}"));
        assertTaken(create("long-unknown", "{\"winlog\":{\"event_data\":{\"Unheard\":" + longText + "}}}"));
        assertTaken(create("long-command", "{\"process\":{\"command_line\":" + longText + "}}"));
        assertTaken(create("long-line", "{\"event\":{\"original\":" + longText + "},\"message\":" + longText + "}"));
        assertTaken(create("wrong-types", "{\"source\":{\"ip\":\"none\",\"port\":\"x\"},\"@timestamp\":\"soon\"}"));
    }

    @Test
    void onlyADocumentThatContradictsTheMappingIsRefused() throws IOException {
        BulkResponse response = create("contradiction", "{\"host\":\"a text where an object belongs\"}");

        assertThat(response.items().getFirst().status()).isEqualTo(400);
    }

    @Test
    void plainRequestsGoThroughTheLowLevelClient() throws Exception {
        create("e3", "{}");
        Request request = new Request("GET", "/" + index + "/_mapping");

        String mapping =
                EntityUtils.toString(connection.raw().performRequest(request).getEntity(), StandardCharsets.UTF_8);

        assertThat(mapping).contains("\"dynamic\":\"false\"").contains("\"event_data\"");
    }

    private BulkResponse create(String id, String json) throws IOException {
        return connection
                .client()
                .bulk(bulk -> bulk.operations(operation -> operation.create(create -> create.index(index)
                        .id(id)
                        .document(
                                BinaryData.of(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON)))));
    }

    @SuppressWarnings("unchecked")
    private SearchResponse<Map<String, Object>> search(String id) throws IOException {
        refresh();
        return connection
                .client()
                .search(search -> search.index(index).query(query -> query.ids(ids -> ids.values(id))), (Class<
                                Map<String, Object>>)
                        (Class<?>) Map.class);
    }

    private static void assertTaken(BulkResponse response) {
        assertThat(response.items().getFirst().error()).isNull();
    }

    private void refresh() throws IOException {
        connection.client().indices().refresh(refresh -> refresh.index(index));
    }
}
