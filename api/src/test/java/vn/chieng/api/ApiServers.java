package vn.chieng.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.event.Topics;
import vn.chieng.testbed.Database;
import vn.chieng.testbed.Testbed;

/** The whole process over real PostgreSQL and Kafka; all tests that extend this share one context. */
@SpringBootTest(classes = ApiProcess.class)
@AutoConfigureMockMvc
public abstract class ApiServers {
    protected static final Topics TOPICS =
            new Topics("t" + UUID.randomUUID().toString().substring(0, 8) + ".");
    /** Where mail goes; a test that reads it starts a server there. */
    protected static final int MAIL_PORT = freePort();

    private static final Testbed TESTBED = Testbed.shared();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        Database database = TESTBED.database();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
        registry.add("chieng.kafka.bootstrap-servers", TESTBED::kafka);
        registry.add("chieng.topics.prefix", TOPICS::prefix);
        registry.add("chieng.opensearch.uri", TESTBED::opensearch);
        registry.add("chieng.opensearch.index-prefix", TOPICS::prefix);
        registry.add("chieng.api.home", ApiServers::home);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL_PORT);
        registry.add("chieng.notifications.webhooks-allowed", () -> "127.0.0.1");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TESTBED.kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic(TOPICS.signals(), 2, (short) 1),
                            new NewTopic(TOPICS.ruleActivity(), 1, (short) 1),
                            new NewTopic(TOPICS.deadLetters(), 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static String kafka() {
        return TESTBED.kafka();
    }

    /** A caller who sees everything. */
    protected static RequestPostProcessor as(Role role) {
        return as(role, new Scope.Everything());
    }

    protected static RequestPostProcessor as(Role role, Scope scope) {
        return as(caller(role, scope));
    }

    protected static RequestPostProcessor as(SignedIn caller) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                caller, null, AuthorityUtils.createAuthorityList("SESSION")));
    }

    protected static SignedIn caller(Role role, Scope scope) {
        return new SignedIn(0, "test", "Người Thử", role, 0, null, scope, role.permissions(), "vi", java.util.Set.of());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        try {
            Path home = Files.createTempDirectory(Path.of("target"), "home");
            home.toFile().deleteOnExit();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
