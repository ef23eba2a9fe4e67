package vn.chieng.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A log store in memory that can be out of order and refuses documents that contain {@code "refuse me"} as a whole. */
final class FakeLogStore implements LogStore {
    final Map<String, LogDocument> stored = new LinkedHashMap<>();
    final List<Integer> batchSizes = new ArrayList<>();
    int failuresLeft;

    @Override
    public synchronized List<Refusal> store(List<LogDocument> documents) throws IOException {
        if (failuresLeft > 0) {
            failuresLeft--;
            throw new IOException("the store is down");
        }
        batchSizes.add(documents.size());
        List<Refusal> refusals = new ArrayList<>();
        for (LogDocument document : documents) {
            if (new String(document.json(), StandardCharsets.UTF_8).equals("\"refuse me\"")) {
                refusals.add(new Refusal(document, "mapper_parsing_exception: not an object"));
            } else {
                stored.putIfAbsent(document.index() + "/" + document.id(), document);
            }
        }
        return refusals;
    }
}
