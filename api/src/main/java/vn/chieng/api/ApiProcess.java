package vn.chieng.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The web process: records, REST and console. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ApiProcess {

    /** Starts the process; settings come as {@code --key=value} or from the environment. */
    public static void main(String[] args) {
        ParentPipe.watch(args);
        SpringApplication.run(ApiProcess.class, args);
    }
}
