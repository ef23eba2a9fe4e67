package vn.chieng.indexer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Ecs;
import vn.chieng.indexer.LogStore.LogDocument;
import vn.chieng.indexer.LogStore.Refusal;

/** Makes, of a document whose fields contradict the index, one that holds the same bytes as text: nothing is lost. */
final class RefusedDocument {
    static final String CODE = "document_refused";
    private static final JsonMapper JSON = new JsonMapper();

    private RefusedDocument() {}

    /** An event of kind {@code pipeline_error} under the same id in the same index. */
    static LogDocument asPipelineError(Refusal refusal, Instant created, String organizationId) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", refusal.document().id());
        event.put("kind", Ecs.KIND_PIPELINE_ERROR);
        event.put("created", created.toString());
        event.put("original", new String(refusal.document().json(), StandardCharsets.UTF_8));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Ecs.TIMESTAMP, created.toString());
        fields.put("event", event);
        fields.put("organization", Map.of("id", organizationId));
        fields.put("error", Map.of("code", CODE, "message", refusal.reason()));
        return new LogDocument(refusal.document().index(), refusal.document().id(), JSON.writeValueAsBytes(fields));
    }
}
