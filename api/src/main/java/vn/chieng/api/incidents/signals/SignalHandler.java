package vn.chieng.api.incidents.signals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.event.Signal;

/** Decides what becomes of one record: applied, given up, or to be tried again. */
@Component
final class SignalHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignalHandler.class);

    /** Times a record may fail while PostgreSQL answers. */
    private static final int TRIES = 5;

    private final IncidentStore store;
    private final DeadLetters deadLetters;
    private final DataSource database;
    private final JsonMapper json;
    private final Counter applied;
    private final Counter repeated;
    private @Nullable String failing;
    private int tries;

    SignalHandler(
            IncidentStore store, DeadLetters deadLetters, DataSource database, JsonMapper json, MeterRegistry meters) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.database = database;
        this.json = json;
        applied = meters.counter("chieng.incidents.signals.applied");
        repeated = meters.counter("chieng.incidents.signals.repeated");
    }

    /** Whether the record is done with, one way or the other; false asks to try it again. */
    boolean handled(ConsumerRecord<byte[], byte[]> message) {
        Signal signal;
        try {
            signal = Objects.requireNonNull(json.readValue(message.value(), Signal.class));
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            LOG.atWarn().addKeyValue("error.type", e.getClass().getName()).log("record is no signal");
            return deadLetters.accepted(message, "not a signal: " + e.getClass().getSimpleName());
        }
        try {
            (store.apply(signal) ? applied : repeated).increment();
            return true;
        } catch (DataAccessException | TransactionException | IllegalArgumentException | NullPointerException e) {
            return givenUp(message, e);
        }
    }

    private boolean givenUp(ConsumerRecord<byte[], byte[]> message, RuntimeException failure) {
        if (!databaseAnswers()) {
            LOG.atWarn().addKeyValue("error.type", failure.getClass().getName()).log("database is away; signal waits");
            return false;
        }
        String place = message.partition() + "/" + message.offset();
        tries = place.equals(failing) ? tries + 1 : 1;
        failing = place;
        if (tries < TRIES) {
            return false;
        }
        LOG.atError().setCause(failure).addKeyValue("kafka.record", place).log("signal cannot be applied");
        return deadLetters.accepted(
                message, "cannot be applied: " + failure.getClass().getSimpleName());
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
