package vn.chieng.indexer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the indexer. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IndexerProcess {

    /** Settings come as {@code --chieng.…=…} arguments or from the environment. */
    public static void main(String[] arguments) {
        ParentPipe.watchIfAsked(arguments);
        SpringApplication.run(IndexerProcess.class, arguments);
    }
}
