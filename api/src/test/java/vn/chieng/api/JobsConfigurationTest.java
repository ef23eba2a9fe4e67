package vn.chieng.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class JobsConfigurationTest {

    @Test
    void aJobThatWaitsHoldsNoOtherUp() throws InterruptedException {
        ThreadPoolTaskScheduler jobs = new JobsConfiguration().taskScheduler();
        jobs.initialize();
        var waiting = new CountDownLatch(1);
        var others = new CountDownLatch(3);
        try {
            ScheduledFuture<?> stuck = jobs.scheduleWithFixedDelay(() -> await(waiting), Duration.ofMillis(1));
            ScheduledFuture<?> free = jobs.scheduleWithFixedDelay(others::countDown, Duration.ofMillis(1));
            assertThat(others.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(stuck.isDone() || free.isDone()).isFalse();
        } finally {
            waiting.countDown();
            jobs.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
