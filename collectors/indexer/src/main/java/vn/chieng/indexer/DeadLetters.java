package vn.chieng.indexer;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that can not be indexed as they are. */
interface DeadLetters {

    /** Keeps a record with the reason; returns once it is kept, or fails and the batch is tried again. */
    void keep(ConsumerRecord<byte[], byte[]> record, String reason) throws IOException;
}
