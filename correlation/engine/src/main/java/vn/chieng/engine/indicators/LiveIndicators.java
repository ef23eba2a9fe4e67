package vn.chieng.engine.indicators;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.engine.kafka.TableReader;
import vn.chieng.engine.records.RecordJson;
import vn.chieng.event.Indicator;
import vn.chieng.indicators.FieldKind;
import vn.chieng.indicators.IndicatorField;
import vn.chieng.indicators.IndicatorMatcher;
import vn.chieng.indicators.IndicatorReader;
import vn.chieng.indicators.IndicatorTable;
import vn.chieng.indicators.Reading;
import vn.chieng.sigma.match.FieldValue;
import vn.chieng.sigma.match.Scalar;
import vn.chieng.sigma.match.WatchedFields;

/** The published indicators: one thread keeps them up to date, another looks events up; each waits for the other only briefly. */
public final class LiveIndicators implements TableReader {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndicators.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final IndicatorTable table;
    private final IndicatorMatcher matcher;
    private final List<IndicatorField> fields;
    private final FieldKind[] kinds;
    private final Clock clock;
    private final RecordJson json = new RecordJson();
    private final CountDownLatch read = new CountDownLatch(1);
    private final Counter refused;
    private final WatchedFields looking = new Looking();
    private volatile boolean empty = true;

    /** Where an event's values come from. */
    @FunctionalInterface
    public interface Values {
        /** Hands over what the event holds in the fields whose values are wanted. */
        void each(WatchedFields fields);
    }

    public LiveIndicators(int limit, List<IndicatorField> fields, Clock clock, MeterRegistry registry) {
        this.table = new IndicatorTable(limit);
        this.matcher = new IndicatorMatcher(table, new SecureRandom());
        this.fields = List.copyOf(fields);
        this.kinds = fields.stream().map(IndicatorField::kind).toArray(FieldKind[]::new);
        this.clock = clock;
        this.refused = registry.counter("chieng.engine.indicators.refused");
        Gauge.builder("chieng.engine.indicators.held", this, LiveIndicators::size)
                .register(registry);
        Gauge.builder("chieng.engine.indicators.bytes", this, LiveIndicators::bytes)
                .register(registry);
    }

    @Override
    public void take(String key, byte @Nullable [] value) {
        Indicator indicator = value == null ? null : json.indicator(value);
        boolean sound = indicator != null && indicator.key().equals(key) && isInItsSpelling(indicator);
        if (value != null && !sound) {
            refused.increment();
            LOG.atDebug().addKeyValue("threat.indicator.name", key).log("not an indicator");
        }
        lock.lock();
        try {
            if (indicator == null || !sound) {
                table.remove(key);
            } else if (!table.put(indicator)) {
                refused.increment();
            }
            empty = table.size() == 0;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isInItsSpelling(Indicator indicator) {
        return IndicatorReader.read(indicator.type(), indicator.value())
                .equals(new Reading.Sound(indicator.type(), indicator.value()));
    }

    @Override
    public void rest(Progress progress) {
        if (progress != Progress.READING && read.getCount() > 0) {
            read.countDown();
            LOG.atInfo().addKeyValue("chieng.engine.indicators.held", size()).log("indicators are read");
        }
    }

    /** Waits until all that was there at the start is read; false where it is not in time. */
    public boolean awaitRead(Duration patience) throws InterruptedException {
        return read.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Dotted paths of the fields whose values are wanted, in the order of their numbers. */
    public List<String> fields() {
        return fields.stream().map(IndicatorField::path).toList();
    }

    /** The indicators that an event's values hit, each once. */
    public List<Indicator> hits(Values values) {
        if (empty) {
            return List.of();
        }
        lock.lock();
        try {
            matcher.begin(clock);
            values.each(looking);
            return matcher.hits();
        } finally {
            lock.unlock();
        }
    }

    private final class Looking implements WatchedFields {
        @Override
        public void take(int field, FieldValue value) {
            int looked = Math.min(value.size(), IndicatorMatcher.MOST_VALUES);
            for (int i = 0; i < looked; i++) {
                Scalar scalar = value.scalar(i);
                if (!matcher.lookPlain(kinds[field], scalar.form(), scalar.formStart(), scalar.formEnd())) {
                    matcher.look(kinds[field], scalar.text());
                }
            }
        }

        @Override
        public void takeList(int field, byte[] json, int start, int end) {
            if (matcher.beginList(kinds[field], json, start, end)) {
                WatchedFields.super.takeList(field, json, start, end);
                matcher.endList();
            }
        }

        @Override
        public void takeText(int field, byte[] json, int start, int end) {
            if (!matcher.lookPlain(kinds[field], json, start, end)) {
                WatchedFields.super.takeText(field, json, start, end);
            }
        }
    }

    private int size() {
        lock.lock();
        try {
            return table.size();
        } finally {
            lock.unlock();
        }
    }

    /** Bytes of what is held. */
    public long bytes() {
        lock.lock();
        try {
            return table.bytes();
        } finally {
            lock.unlock();
        }
    }
}
