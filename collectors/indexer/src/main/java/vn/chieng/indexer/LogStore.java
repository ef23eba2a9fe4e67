package vn.chieng.indexer;

import java.io.IOException;
import java.util.List;

/** Where log documents are kept. */
interface LogStore {

    /**
     * Stores all documents; one that is already there under its id is left as it is and counts as stored.
     *
     * @return the documents that can never be stored as they are, with the reason; the others are stored
     * @throws IOException when the store does not answer or is too busy: all of it must be tried again
     */
    List<Refusal> store(List<LogDocument> documents) throws IOException;

    /**
     * One document.
     *
     * @param index name of the daily index
     * @param id {@code event.id}
     * @param json UTF-8 bytes, stored as they are
     */
    @SuppressWarnings("ArrayRecordComponent") // documents are compared by identity only; a copy of the bytes would cost
    record LogDocument(String index, String id, byte[] json) {}

    /** A document that the store will not take, however often it is asked. */
    record Refusal(LogDocument document, String reason) {}
}
