package vn.chieng.intake.shipping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.chieng.intake.frame.BatchLine;
import vn.chieng.intake.spool.SpooledFrame;

/** The id of an event, a function of what stands in the spool, so that it is the same however often it is shipped. */
final class EventIds {
    private static final int ID_BYTES = 16;

    private final byte[] intakeId;
    private final MessageDigest digest;

    EventIds(String intakeId) {
        this.intakeId = intakeId.getBytes(StandardCharsets.UTF_8);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** By batch and line where the sender may send again, else by intake, sequence and time of receipt. */
    String idOf(SpooledFrame spooled) {
        BatchLine line = spooled.frame().line();
        ByteBuffer place = ByteBuffer.allocate(2 * Long.BYTES);
        if (line != null) {
            digest.update(line.batch().getBytes(StandardCharsets.UTF_8));
            place.putInt(line.index());
        } else {
            digest.update(intakeId);
            place.putLong(spooled.sequence()).putLong(spooled.frame().received().toEpochMilli());
        }
        digest.update(place.flip());
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }
}
