package vn.chieng.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockerFilesTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsHashedOnTheWayAndAgainFromDisk() throws IOException {
        LockerFiles files = new LockerFiles(folder, 100);
        UUID id = UUID.randomUUID();
        var written = files.write(id, new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(written.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(files.hash(id)).contains(written.sha256());
        Files.writeString(files.path(id), "abd");
        assertThat(files.hash(id)).isPresent().isNotEqualTo(java.util.Optional.of(written.sha256()));
    }

    @Test
    void whatIsTooLargeOrBreaksOffLeavesNothingBehind() throws IOException {
        LockerFiles files = new LockerFiles(folder, 4);
        assertThat(files.write(UUID.randomUUID(), new ByteArrayInputStream(new byte[5])))
                .isEmpty();
        assertThatThrownBy(() -> files.write(UUID.randomUUID(), out -> {
                    out.write(1);
                    throw new IOException("the line is cut");
                }))
                .isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDraftOfAKilledProcessIsSweptAndIsNeverAnItem() throws IOException {
        LockerFiles files = new LockerFiles(folder, 100);
        UUID id = UUID.randomUUID();
        Files.writeString(folder.resolve(id + ".part"), "half");
        assertThat(files.hash(id)).isEmpty();
        files.sweep(Clock.systemUTC());
        assertThat(folder.resolve(id + ".part")).exists();
        files.sweep(Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        assertThat(folder.resolve(id + ".part")).doesNotExist();
    }

    @Test
    void aNameIsItsLastPieceWithoutWhatCouldHarm() {
        assertThat(Locker.cleanName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Locker.cleanName("C:\\x\\nhật\u202Eký<1>.log")).isEqualTo("nhật_ký_1_.log");
        assertThat(Locker.cleanName("x".repeat(5_000) + ".log"))
                .endsWith(".log")
                .hasSizeLessThan(200);
    }

    @Test
    void theArchiveOpensWithItsPasswordAsTheStandardSays() throws IOException, GeneralSecurityException {
        byte[] plain = new byte[200_001];
        new Random(7).nextBytes(plain);
        var out = new ByteArrayOutputStream();
        new EncryptedArchive(new SecureRandom())
                .write("nhật ký.log", plain.length, new ByteArrayInputStream(plain), "mật khẩu dài".toCharArray(), out);
        ByteBuffer zip = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(zip.getInt(0)).isEqualTo(0x04034b50);
        assertThat(zip.getShort(8)).isEqualTo((short) 99);
        int start = 30 + zip.getShort(26) + zip.getShort(28);
        byte[] salt = Arrays.copyOfRange(zip.array(), start, start + 16);
        byte[] keys = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec("mật khẩu dài".toCharArray(), salt, 1000, 66 * 8))
                .getEncoded();
        int data = start + 18;
        byte[] hidden = Arrays.copyOfRange(zip.array(), data, data + plain.length);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(keys, 32, 32, "HmacSHA1"));
        assertThat(Arrays.copyOfRange(zip.array(), data + plain.length, data + plain.length + 10))
                .isEqualTo(Arrays.copyOf(mac.doFinal(hidden), 10));
        Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys, 0, 32, "AES"));
        for (int block = 0; block * 16 < hidden.length; block++) {
            byte[] mask = aes.doFinal(ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(block + 1L)
                    .array());
            for (int i = 0; i < 16 && block * 16 + i < hidden.length; i++) {
                hidden[block * 16 + i] ^= mask[i];
            }
        }
        assertThat(hidden).isEqualTo(plain);
    }
}
