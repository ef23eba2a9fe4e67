package vn.chieng.api.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A ZIP file with one entry, stored and encrypted with AES-256 as WinZip's AE-2 says, which 7-Zip and others open. It is written as a stream:
 * neither the file nor the archive is ever held as a whole.
 */
@SuppressWarnings("ByteBufferBackingArray") // each is allocated here, so its array begins with it
final class EncryptedArchive {
    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int CHECK = 2;
    private static final int TAG = 10;
    private static final int ROUNDS = 1_000;
    private static final int BLOCK = 16;
    private static final int BUFFER = 64 * 1024;
    private static final short VERSION = 51;
    private static final short FLAGS = 1 | (1 << 11);
    private static final short METHOD_AES = 99;
    private static final int DOS_EPOCH = 0x00210000;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private final SecureRandom random;

    EncryptedArchive(SecureRandom random) {
        this.random = random;
    }

    /** Writes the archive; {@code bytes} is how long the content is. */
    void write(String name, long bytes, InputStream content, char[] password, OutputStream out) throws IOException {
        byte[] entry = name.getBytes(StandardCharsets.UTF_8);
        int packed = Math.toIntExact(bytes + SALT + CHECK + TAG);
        byte[] local = header(LOCAL, entry, packed, Math.toIntExact(bytes));
        out.write(local);
        try {
            encrypt(content, bytes, password, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES and HMAC-SHA1", e);
        }
        byte[] central = header(CENTRAL, entry, packed, Math.toIntExact(bytes));
        out.write(central);
        out.write(little(22)
                .putInt(END)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(central.length)
                .putInt(local.length + packed)
                .putShort((short) 0)
                .array());
    }

    private void encrypt(InputStream content, long bytes, char[] password, OutputStream out)
            throws IOException, GeneralSecurityException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] keys = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec(password, salt, ROUNDS, (2 * KEY + CHECK) * Byte.SIZE))
                .getEncoded();
        Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys, 0, KEY, "AES"));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(keys, KEY, KEY, "HmacSHA1"));
        out.write(salt);
        out.write(keys, 2 * KEY, CHECK);
        byte[] buffer = new byte[BUFFER];
        long counter = 1;
        long left = bytes;
        while (left > 0) {
            int read = content.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
            if (read == 0) {
                throw new IOException("the file is shorter than it was");
            }
            mask(buffer, read, counter, aes);
            mac.update(buffer, 0, read);
            out.write(buffer, 0, read);
            counter += read / BLOCK;
            left -= read;
        }
        out.write(Arrays.copyOf(mac.doFinal(), TAG));
    }

    /** AE-2 counts blocks with the lowest byte first, which no mode of Java's does. */
    private static void mask(byte[] buffer, int length, long first, Cipher aes) throws GeneralSecurityException {
        int blocks = Math.ceilDiv(length, BLOCK);
        ByteBuffer counters = little(blocks * BLOCK);
        for (int i = 0; i < blocks; i++) {
            counters.putLong(first + i).putLong(0);
        }
        byte[] stream = aes.doFinal(counters.array());
        for (int i = 0; i < length; i++) {
            buffer[i] ^= stream[i];
        }
    }

    private static byte[] header(int kind, byte[] name, int packed, int plain) {
        ByteBuffer header = little((kind == LOCAL ? 30 : 46) + name.length + 11).putInt(kind);
        if (kind == CENTRAL) {
            header.putShort(VERSION);
        }
        header.putShort(VERSION)
                .putShort(FLAGS)
                .putShort(METHOD_AES)
                .putInt(DOS_EPOCH)
                .putInt(0)
                .putInt(packed)
                .putInt(plain)
                .putShort((short) name.length)
                .putShort((short) 11);
        if (kind == CENTRAL) {
            header.putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(0);
        }
        return header.put(name)
                .putShort((short) 0x9901)
                .putShort((short) 7)
                .putShort((short) 2)
                .put((byte) 'A')
                .put((byte) 'E')
                .put((byte) 3)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
