package vn.chieng.api.outbox;

import java.util.List;

/** The way to the broker. */
interface RecordSender {

    /**
     * Sends in order and waits.
     *
     * @return how many of the first the broker has; whatever comes after the first failure counts as not sent, since a
     *     key's older record must not arrive after its newer one
     */
    int sent(List<OutboxRecord> records);
}
