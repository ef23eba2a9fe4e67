package vn.chieng.intake.shipping;

import java.util.function.Consumer;

/** Where events go; in production Kafka. */
interface Outlet extends AutoCloseable {

    /** What became of one record. */
    sealed interface Result {
        record Stored() implements Result {}

        /** This record will never be taken; others may. */
        record Refused(String reason) implements Result {}

        /** Nothing can be said of this record or any later one; open a new outlet and begin again. */
        record Broken(String reason) implements Result {}
    }

    /** Opens outlets; fails while the other side cannot be reached. */
    interface Factory {
        Outlet open() throws InterruptedException;
    }

    /** Sends in order; waits while too much is under way. */
    void send(OutgoingRecord event, Consumer<Result> result);

    /** Puts a refused record where people look for it. */
    void sendDead(OutgoingRecord event, String reason, Consumer<Result> result);

    /** Waits a little for what is under way, and gives up the rest. */
    @Override
    void close();
}
