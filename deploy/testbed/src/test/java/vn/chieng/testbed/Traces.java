package vn.chieng.testbed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One acknowledged write in each server, and what is left of it later. */
record Traces(Testbed testbed, Database database) {

    private static final String TOPIC = "traces";

    static Traces leave(Testbed testbed) throws IOException, InterruptedException, ExecutionException, SQLException {
        var traces = new Traces(testbed, testbed.database());
        traces.leaveInKafka();
        traces.send("PUT", "traces/_doc/1", "{\"left\":\"opensearch\"}");
        traces.execute("CREATE TABLE trace AS SELECT 'postgresql' AS text");
        return traces;
    }

    private void leaveInKafka() throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of("bootstrap.servers", testbed.kafka());
        try (Admin admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(TOPIC, "kafka")).get();
        }
    }

    String inKafka() {
        Map<String, Object> settings = Map.of("bootstrap.servers", testbed.kafka(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            consumer.seekToBeginning(consumer.assignment());
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    String inOpensearch() throws IOException, InterruptedException {
        return send("GET", "traces/_source/1", "");
    }

    String inPostgresql() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM trace")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        URI address = testbed.opensearch().resolve("/" + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(response.statusCode() + " " + response.body());
            }
            return response.body();
        }
    }
}
