package vn.chieng.api.coverage.checks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.console.UploadPlace;

/** Where files of checks are taken. */
@Configuration(proxyBeanMethods = false)
class ChecksConfiguration {
    @Bean
    UploadPlace checkFilePlace() {
        return new UploadPlace("/coverage/{id}/checks", CheckRecords.MOST_BYTES);
    }
}
