package vn.chieng.testbed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real OpenID Connect provider as a child process; it ends with this JVM. */
public final class IdentityProvider {
    /** What it knows its one client as. */
    public static final String CLIENT_ID = "chieng";

    /** Everybody's password there. */
    public static final String PASSWORD = "password";

    private static final Duration STOP = Duration.ofSeconds(5);
    private static final List<String> FLAGS = List.of("-Xmx192m", "-XX:+UseSerialGC", ShortLivedJvm.FLAG);

    private final URI issuer;
    private final ProcessSpec spec;
    private ChildProcess process;

    private IdentityProvider(URI issuer, ProcessSpec spec) throws InterruptedException {
        this.issuer = issuer;
        this.spec = spec;
        this.process = ChildProcess.start(spec).awaitReady(Limits.START);
    }

    /** Starts it on this port, for a client at this address; waits until it is ready. */
    public static IdentityProvider start(Path folder, int port, String clientSecret, URI client)
            throws InterruptedException {
        URI issuer = URI.create("http://127.0.0.1:" + port);
        String registration = "--spring.security.oauth2.authorizationserver.client." + CLIENT_ID + ".registration.";
        var command = new JavaCommand(
                "vn.chieng.testbed.identityprovider.IdentityProviderServer",
                Repository.find().classPath("deploy/testbed/identity-provider"),
                FLAGS,
                List.of(
                        "--server.port=" + port,
                        "--spring.security.oauth2.authorizationserver.issuer=" + issuer,
                        registration + "client-secret={noop}" + clientSecret,
                        registration + "redirect-uris=" + client.resolve("/signin/provider/callback"),
                        registration + "post-logout-redirect-uris=" + client.resolve("/signin")));
        return new IdentityProvider(
                issuer,
                new ProcessSpec(
                        "identity-provider",
                        command.line(),
                        folder,
                        Map.of(),
                        folder.resolve("server.log"),
                        List.of(port),
                        Probe.http(issuer.resolve("/.well-known/openid-configuration"))));
    }

    /** Its address, as it writes it into its tokens. */
    public URI issuer() {
        return issuer;
    }

    /** Ends it without a word. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Starts it again where it was. */
    public void restart() throws InterruptedException {
        process = ChildProcess.start(spec).awaitReady(Limits.START);
    }

    /** Ends it. */
    public void stop() throws InterruptedException {
        process.stop(STOP);
    }
}
