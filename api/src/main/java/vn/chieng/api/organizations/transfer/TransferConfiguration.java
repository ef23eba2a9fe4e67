package vn.chieng.api.organizations.transfer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.console.UploadPlace;

/** Where files of organisations and contacts are taken. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    UploadPlace organizationUploads() {
        return new UploadPlace("/admin/organizations/imports", ImportPages.MOST_BYTES);
    }
}
