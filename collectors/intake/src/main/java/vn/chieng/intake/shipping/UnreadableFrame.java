package vn.chieng.intake.shipping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;
import vn.chieng.intake.frame.Fault;

/** The event of a frame that no codec needs to look at, since the listener found it wrong. */
final class UnreadableFrame {
    private static final String DATASET = "chieng.unreadable";
    private static final String ORIGINAL_BASE64 = "chieng.original.base64";

    private UnreadableFrame() {}

    static Event event(Instant received, byte[] bytes, Fault fault) {
        Event.Builder builder = new Event.Builder()
                .put(Ecs.TIMESTAMP, received.toString())
                .put(Ecs.EVENT_KIND, Ecs.KIND_PIPELINE_ERROR)
                .put(Ecs.EVENT_DATASET, DATASET)
                .put(Ecs.ERROR_CODE, fault.code())
                .put(Ecs.ERROR_MESSAGE, fault.detail());
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            builder.put(Ecs.EVENT_ORIGINAL, text);
        } catch (CharacterCodingException e) {
            builder.put(Ecs.EVENT_ORIGINAL, new String(bytes, StandardCharsets.UTF_8));
            builder.put(ORIGINAL_BASE64, Base64.getEncoder().encodeToString(bytes));
        }
        return builder.build();
    }
}
