package vn.chieng.engine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the engine. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EngineProcess {

    /** Settings come as {@code --chieng.…=…} arguments or from the environment. */
    public static void main(String[] arguments) {
        ParentPipe.watchIfAsked(arguments);
        SpringApplication.run(EngineProcess.class, arguments);
    }
}
