package vn.chieng.api.notifications;

/** Takes notices from any feature. */
public interface Notices {

    /**
     * Sends it when the running transaction commits, and only then; a key that was sent before changes nothing. Who is told, and by which channel, is
     * decided after the commit.
     *
     * @throws IllegalStateException outside a transaction
     */
    void send(Notice notice);
}
