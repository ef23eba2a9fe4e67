package vn.chieng.intake.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.RetentionClass;
import vn.chieng.intake.frame.BatchLine;
import vn.chieng.intake.frame.Fault;
import vn.chieng.intake.frame.Frame;
import vn.chieng.intake.frame.Transport;
import vn.chieng.intake.sources.Source;

/** Entry on disk: marker, length, CRC32C of the payload, payload. The marker lets a reader find the next whole entry. */
final class EntryFormat {
    static final int MARKER = 0xC41E0601;
    static final int HEADER_BYTES = 12;

    private static final int HAS_LINE = 1;
    private static final int HAS_FAULT = 2;
    private static final int LAST_LINE = 4;

    private EntryFormat() {}

    /** Collects entries to be written together. */
    static final class Buffer extends ByteArrayOutputStream {
        private final DataOutputStream data = new DataOutputStream(this);

        Buffer(int capacity) {
            super(capacity);
        }

        /** Appends one entry and returns its size. */
        int add(long sequence, Frame frame) {
            int start = count;
            try {
                data.writeInt(MARKER);
                data.writeLong(0);
                writePayload(data, sequence, frame);
            } catch (IOException e) {
                throw new UncheckedIOException("memory does not fail to write", e);
            }
            int length = count - start - HEADER_BYTES;
            CRC32C crc = new CRC32C();
            crc.update(buf, start + HEADER_BYTES, length);
            ByteBuffer.wrap(buf).putInt(start + 4, length).putInt(start + 8, (int) crc.getValue());
            return count - start;
        }

        ByteBuffer bytes() {
            return ByteBuffer.wrap(buf, 0, count);
        }

        int capacity() {
            return buf.length;
        }
    }

    private static void writePayload(DataOutputStream out, long sequence, Frame frame) throws IOException {
        BatchLine line = frame.line();
        Fault fault = frame.fault();
        out.writeLong(sequence);
        out.writeLong(frame.received().toEpochMilli());
        out.writeByte(frame.transport().code());
        out.writeByte((line != null ? HAS_LINE | (line.last() ? LAST_LINE : 0) : 0) | (fault != null ? HAS_FAULT : 0));
        Source source = frame.source();
        out.writeUTF(source.id());
        out.writeUTF(source.organizationId());
        out.writeUTF(source.systemId() == null ? "" : source.systemId());
        out.writeByte(source.systemLevel() == null ? 0 : source.systemLevel());
        out.writeUTF(source.retention().code());
        out.writeUTF(source.codec());
        out.writeUTF(source.exerciseId() == null ? "" : source.exerciseId());
        out.writeUTF(frame.peer());
        if (line != null) {
            out.writeUTF(line.batch());
            out.writeUTF(line.body());
            out.writeInt(line.index());
        }
        if (fault != null) {
            out.writeUTF(fault.code());
            out.writeUTF(fault.detail());
        }
        out.write(frame.bytes());
    }

    /** The payload's sequence, without reading the rest. */
    static long sequence(ByteBuffer payload) {
        return payload.getLong(payload.position());
    }

    /** Reads a payload whose CRC has been checked. */
    static SpooledFrame read(ByteBuffer payload) {
        int size = payload.remaining() + HEADER_BYTES;
        int start = payload.arrayOffset() + payload.position();
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(payload.array(), start, payload.remaining()))) {
            long sequence = in.readLong();
            Instant received = Instant.ofEpochMilli(in.readLong());
            Transport transport = Transport.ofCode((char) in.readUnsignedByte());
            int flags = in.readUnsignedByte();
            Source source = readSource(in);
            String peer = in.readUTF();
            BatchLine line = (flags & HAS_LINE) == 0
                    ? null
                    : new BatchLine(in.readUTF(), in.readUTF(), in.readInt(), (flags & LAST_LINE) != 0);
            Fault fault = (flags & HAS_FAULT) == 0 ? null : new Fault(in.readUTF(), in.readUTF());
            Frame frame = new Frame(source, transport, peer, received, line, fault, in.readAllBytes());
            return new SpooledFrame(sequence, size, frame);
        } catch (IOException e) {
            throw new UncheckedIOException("an entry with a right checksum cannot be read", e);
        }
    }

    private static Source readSource(DataInputStream in) throws IOException {
        String id = in.readUTF();
        String organization = in.readUTF();
        String system = emptyToNull(in.readUTF());
        int level = in.readUnsignedByte();
        RetentionClass retention = RetentionClass.ofCode(in.readUTF());
        String codec = in.readUTF();
        String exercise = emptyToNull(in.readUTF());
        return new Source(id, organization, system, level == 0 ? null : level, retention, codec, exercise);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
