package vn.chieng.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder and where things lie in it. */
record Home(Path folder) {

    Home {
        folder = folder.toAbsolutePath().normalize();
    }

    Path lock() {
        return run().resolve("standalone.lock");
    }

    Path state() {
        return run().resolve("standalone.json");
    }

    Path ports() {
        return run().resolve("ports.json");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String component) {
        return logs().resolve(component + ".log");
    }

    Path api() {
        return folder.resolve("api");
    }

    Path firstPassword() {
        return api().resolve("first-password");
    }

    Path demoUsers() {
        return api().resolve("demo-users.json");
    }

    Path checkToken() {
        return api().resolve("check-token");
    }

    /** The key store of the console's own certificate. */
    Path keyStore() {
        return api().resolve("tls/own.p12");
    }

    Path keyStorePassword() {
        return api().resolve("tls/own.password");
    }

    Path spool() {
        return intake().resolve("spool");
    }

    Path sources() {
        return intake().resolve("sources.json");
    }

    Path demoKeys() {
        return intake().resolve("demo-keys.json");
    }

    void create() throws IOException {
        Files.createDirectories(run());
        Files.createDirectories(logs());
        Files.createDirectories(api());
        Files.createDirectories(intake());
    }

    private Path run() {
        return folder.resolve("run");
    }

    private Path intake() {
        return folder.resolve("intake");
    }
}
