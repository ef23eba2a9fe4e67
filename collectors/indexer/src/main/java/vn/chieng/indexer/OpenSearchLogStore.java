package vn.chieng.indexer;

import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.chieng.opensearch.LogTemplate;
import vn.chieng.opensearch.OpenSearchConnection;

/** Keeps log documents in OpenSearch by bulk requests of {@code create} operations. */
final class OpenSearchLogStore implements LogStore {
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final OpenSearchConnection connection;
    private final String indexPrefix;
    private boolean templateInstalled;

    OpenSearchLogStore(OpenSearchConnection connection, String indexPrefix) {
        this.connection = connection;
        this.indexPrefix = indexPrefix;
    }

    @Override
    public List<Refusal> store(List<LogDocument> documents) throws IOException {
        if (documents.isEmpty()) {
            return List.of();
        }
        if (!templateInstalled) {
            LogTemplate.install(connection, indexPrefix);
            templateInstalled = true;
        }
        BulkResponse response = connection.client().bulk(request(documents));
        return response.errors() ? refusals(documents, response.items()) : List.of();
    }

    private BulkRequest request(List<LogDocument> documents) {
        List<BulkOperation> operations = new ArrayList<>(documents.size());
        for (LogDocument document : documents) {
            operations.add(BulkOperation.of(operation ->
                    operation.create(create -> create.index(indexPrefix + document.index())
                            .id(document.id())
                            .document(BinaryData.of(document.json(), ContentType.APPLICATION_JSON)))));
        }
        return BulkRequest.of(request -> request.operations(operations));
    }

    private static List<Refusal> refusals(List<LogDocument> documents, List<BulkResponseItem> items)
            throws IOException {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            BulkResponseItem item = items.get(i);
            if (item.error() == null || item.status() == CONFLICT) {
                continue;
            }
            String reason = item.error().type() + ": " + item.error().reason();
            if (item.status() == TOO_MANY_REQUESTS || item.status() >= FIRST_SERVER_ERROR) {
                throw new IOException("OpenSearch answered " + item.status() + " to a document: " + reason);
            }
            refusals.add(new Refusal(documents.get(i), reason));
        }
        return refusals;
    }
}
