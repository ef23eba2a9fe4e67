package vn.chieng.api.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.chieng.api.home.PrivateFiles;

/** The certificate this installation signs for itself at its first start and keeps until it runs out. */
final class OwnCertificate {
    static final String STORE = "tls/own.p12";
    static final String PASSWORD = "tls/own.password";
    private static final String ALIAS = "chieng";
    private static final Duration VALIDITY = Duration.ofDays(825);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final PrivateFiles files;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnCertificate(PrivateFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** The password of the key store; the store is made first where there is none that still holds for a month. */
    String ensured() throws IOException, GeneralSecurityException {
        if (Files.exists(files.path(STORE)) && Files.exists(files.path(PASSWORD))) {
            String password = Files.readString(files.path(PASSWORD));
            if (holds(password)) {
                return password;
            }
        }
        return made();
    }

    private boolean holds(String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(files.path(STORE))) {
            store.load(in, password.toCharArray());
        }
        return store.getCertificate(ALIAS) instanceof X509Certificate certificate
                && certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED_BEFORE_END));
    }

    private String made() throws IOException, GeneralSecurityException {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password.toCharArray(), new Certificate[] {signed(pair)});
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        // the password first: a store without its password could never be opened, the other way round it is made anew
        files.delete(STORE);
        files.write(PASSWORD, password.getBytes(StandardCharsets.US_ASCII));
        files.write(STORE, bytes.toByteArray());
        return password;
    }

    private X509Certificate signed(KeyPair pair) throws IOException, GeneralSecurityException {
        Instant start = clock.instant().minus(Duration.ofHours(1));
        X500Name name = new X500Name("CN=Chieng,O=" + hostName());
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(120, random),
                    Date.from(start),
                    Date.from(start.plus(VALIDITY)),
                    name,
                    pair.getPublic());
            builder.addExtension(Extension.subjectAlternativeName, false, names());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static GeneralNames names() {
        Set<String> dns = new LinkedHashSet<>();
        dns.add("localhost");
        dns.add(hostName());
        var names = new java.util.ArrayList<GeneralName>();
        dns.forEach(host -> names.add(new GeneralName(GeneralName.dNSName, host)));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private static String hostName() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,62})") ? host : "localhost";
        } catch (IOException e) {
            return "localhost";
        }
    }
}
