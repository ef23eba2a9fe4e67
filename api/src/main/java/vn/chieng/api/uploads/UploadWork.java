package vn.chieng.api.uploads;

import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on an upload beside the request that brought it. */
public final class UploadWork {
    private static final Logger LOG = LoggerFactory.getLogger(UploadWork.class);

    private UploadWork() {}

    /** Begins it in a thread of its own, named after the kind of the upload. */
    public static void begin(String kind, long id, Runnable work, Runnable afterFailure) {
        Thread.ofVirtual().name(kind).start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.atError()
                        .addKeyValue("chieng.upload.kind", kind)
                        .addKeyValue("chieng.upload.id", id)
                        .setCause(e)
                        .log("work on an upload failed");
                afterFailure.run();
            }
        });
    }

    /** Hands on every so many of the counts it is given. */
    public static IntConsumer every(int rows, IntConsumer progress) {
        return done -> {
            if (done % rows == 0) {
                progress.accept(done);
            }
        };
    }
}
