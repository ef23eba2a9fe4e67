package vn.chieng.api.rules.imports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.console.UploadPlace;

/** Where files of rules are taken. */
@Configuration(proxyBeanMethods = false)
class RuleImportsConfiguration {

    @Bean
    UploadPlace ruleUploads() {
        return new UploadPlace(RuleImportPages.PATH, RuleImportPages.MOST_BYTES);
    }
}
