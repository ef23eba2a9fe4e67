package vn.chieng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chieng.testbed.AnyCertificate;

/** Files sent to the real server. */
class UploadIT {
    private static final String BODY = """
            --x\r
            Content-Disposition: form-data; name="file"; filename="a.txt"\r
            \r
            abc\r
            --x--\r
            """;

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void oneThatDoesNotSayHowLongItIsIsRefusedBeforeAnythingReadsIt(HttpClient.Version version) throws Exception {
        try (HttpClient http = HttpClient.newBuilder()
                .version(version)
                .sslContext(AnyCertificate.trusted())
                .build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(RunningChieng.shared().console().resolve("/incidents/1/locker"))
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8))))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.statusCode()).isEqualTo(411);
        }
    }
}
