package vn.chieng.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the REST API until it shows an incident. */
final class FirstIncident {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String PATH = "/api/v1/incidents";

    private final URI console;
    private final Home home;
    private final Clock clock;

    FirstIncident(URI console, Home home, Clock clock) {
        this.console = console;
        this.home = home;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Seen(String id, String title) implements Outcome {}

        /** With what was last seen instead. */
        record TooLate(String reason) implements Outcome {}
    }

    Outcome await(Instant deadline) throws InterruptedException {
        String last = "the API was not asked";
        while (clock.instant().isBefore(deadline)) {
            switch (ask()) {
                case Outcome.Seen seen -> {
                    return seen;
                }
                case Outcome.TooLate(String reason) -> last = reason;
            }
            Thread.sleep(PAUSE);
        }
        return new Outcome.TooLate(last);
    }

    private Outcome ask() throws InterruptedException {
        try {
            Optional<ConsoleClient> connected = ConsoleClient.connect(console, home);
            if (connected.isEmpty() || !Files.exists(home.checkToken())) {
                return new Outcome.TooLate("the certificate or " + home.checkToken() + " is not there");
            }
            try (ConsoleClient client = connected.get()) {
                return read(client.get(
                        PATH, Optional.of(Files.readString(home.checkToken()).strip())));
            }
        } catch (IOException e) {
            return new Outcome.TooLate("the API did not answer: " + e.getMessage());
        }
    }

    private static Outcome read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            return new Outcome.TooLate("GET " + PATH + " was answered with status " + response.statusCode());
        }
        return firstOf(response.body())
                .<Outcome>map(incident -> new Outcome.Seen(
                        incident.path("number").asString("?"),
                        incident.path("titleVi").asString("")))
                .orElseGet(() -> new Outcome.TooLate("GET " + PATH + " showed no incident"));
    }

    /** The first incident of a page of the list. */
    static Optional<JsonNode> firstOf(String body) {
        try {
            return JsonMapper.shared()
                    .readTree(body)
                    .path("items")
                    .valueStream()
                    .findFirst();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
