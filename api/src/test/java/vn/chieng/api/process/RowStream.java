package vn.chieng.api.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** One open page as its stream sees it: when each row came. */
final class RowStream implements Flow.Subscriber<String> {
    private static final String ROW = "event:inc-";

    private final Map<Long, Long> cameAt = new ConcurrentHashMap<>();
    private final CountDownLatch open;

    RowStream(CountDownLatch open) {
        this.open = open;
    }

    /** The nanoseconds at which the row of an incident came; null while it has not. */
    Long cameAt(long incident) {
        return cameAt.get(incident);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(":")) {
            open.countDown();
        } else if (line.startsWith(ROW)) {
            cameAt.putIfAbsent(Long.valueOf(line.substring(ROW.length())), System.nanoTime());
        }
    }

    @Override
    public void onError(Throwable cause) {
        // the test ends its connections as it likes
    }

    @Override
    public void onComplete() {
        // a row that did not come is what the test looks at
    }
}
