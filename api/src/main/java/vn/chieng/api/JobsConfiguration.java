package vn.chieng.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Jobs that come again run beside each other. With virtual threads Spring Boot would give all that wait a fixed time between two runs one
 * thread, so that a count of logs that waits for a slow server would hold up bells and the warnings of legal clocks.
 */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    /** More than there are jobs; threads come as they are needed, and no job runs twice at a time. */
    private static final int THREADS = 24;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadNamePrefix("job-");
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }
}
