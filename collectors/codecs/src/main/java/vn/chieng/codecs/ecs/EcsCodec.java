package vn.chieng.codecs.ecs;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.Codec;
import vn.chieng.codecs.Decoded;
import vn.chieng.codecs.EventDraft;
import vn.chieng.codecs.EventJson;
import vn.chieng.codecs.Frame;
import vn.chieng.codecs.FrameContext;
import vn.chieng.codecs.linux.LinuxMessages;
import vn.chieng.event.Ecs;

/** Reads one JSON object in ECS. */
public final class EcsCodec implements Codec {
    private static final String DATASET = "generic";

    @Override
    public Decoded decode(byte[] bytes, FrameContext context) {
        Frame frame = Frame.of(bytes, context);
        return switch (EventJson.parse(frame)) {
            case EventJson.Parsed.Broken broken -> frame.draft().fail(broken.reason(), broken.describe());
            case EventJson.Parsed.Fields read -> decode(frame, read.fields());
        };
    }

    /** Decodes members already read. */
    public static Decoded decode(Frame frame, Map<String, @Nullable Object> fields) {
        EventDraft draft = frame.draft();
        Decoded.Reason problem = EcsDocument.copy(draft, fields);
        if (problem != null) {
            return draft.fail(problem, EcsDocument.describe(problem));
        }
        if (draft.get(Ecs.EVENT_CATEGORY) == null
                && draft.get(Ecs.MESSAGE) instanceof String message
                && draft.get(Ecs.PROCESS_NAME) instanceof String program
                && LinuxMessages.isKnown(program)) {
            Object dataset = draft.get(Ecs.EVENT_DATASET);
            Object module = draft.get(Ecs.EVENT_MODULE);
            LinuxMessages.describe(draft, program, message);
            draft.put(Ecs.EVENT_DATASET, dataset).put(Ecs.EVENT_MODULE, module);
        }
        draft.putIfAbsent(Ecs.EVENT_DATASET, DATASET);
        return draft.finish();
    }
}
