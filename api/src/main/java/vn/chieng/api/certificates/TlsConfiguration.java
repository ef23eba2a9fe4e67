package vn.chieng.api.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import vn.chieng.api.home.PrivateFiles;

/**
 * TLS is always on. {@code server.ssl.*} names the agency's own certificate; without it the process signs one for itself.
 */
@Configuration(proxyBeanMethods = false)
class TlsConfiguration {

    /**
     * What a left page costs its connection with each of its two live streams, which the browser resets. The three requests of the next
     * page take off 60, so people may leave pages all day; who only resets what was asked for gains 5 each time and is cut off after 20.
     */
    private static final int RESET = 25;

    /** A live stream may end in another thread while its objects would already serve the next request; so nothing is used twice. */
    @Bean
    TomcatConnectorCustomizer liveStreamsOverHttp2() {
        return connector -> {
            for (UpgradeProtocol protocol : connector.findUpgradeProtocols()) {
                if (protocol instanceof Http2Protocol http2) {
                    http2.setDiscardRequestsAndResponses(true);
                    http2.setOverheadResetFactor(RESET);
                }
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> ownCertificate(
            PrivateFiles files, Clock clock, Environment environment) {
        return new OwnCertificateCustomizer(
                new OwnCertificate(files, clock),
                files,
                environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.certificate")
                        || environment.containsProperty("server.ssl.key-store"));
    }

    private record OwnCertificateCustomizer(OwnCertificate certificate, PrivateFiles files, boolean configured)
            implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {

        @Override
        public void customize(ConfigurableServletWebServerFactory factory) {
            if (configured) {
                return;
            }
            try {
                String password = certificate.ensured();
                Ssl ssl = new Ssl();
                ssl.setKeyStoreType("PKCS12");
                ssl.setKeyStore(files.path(OwnCertificate.STORE).toUri().toString());
                ssl.setKeyStorePassword(password);
                ssl.setKeyPassword(password);
                ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                factory.setSsl(ssl);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("cannot make or read " + files.path(OwnCertificate.STORE), e);
            }
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
