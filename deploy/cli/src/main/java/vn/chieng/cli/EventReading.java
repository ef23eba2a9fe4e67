package vn.chieng.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.chieng.codecs.Codec;
import vn.chieng.codecs.Codecs;
import vn.chieng.codecs.FrameContext;
import vn.chieng.event.Event;

/** Reads the events of files through a codec, all of them into memory. */
final class EventReading {
    private EventReading() {}

    /** The events, in the order of the files; what is broken is named on standard error and left out. */
    static List<Event> read(List<String> files, Codec codec, Surroundings surroundings) throws IOException {
        EventFiles reader = new EventFiles(surroundings.in());
        FrameContext context = FrameContext.receivedAt(surroundings.clock().instant());
        List<Event> events = new ArrayList<>();
        for (String file : files) {
            reader.read(file, EventFiles.Form.JSON_OR_LINES, piece -> {
                if (piece instanceof EventFiles.Piece.Broken broken) {
                    surroundings.err().println(Complaint.about(broken));
                } else if (piece.bytes().length > 0) {
                    events.add(codec.decode(piece.bytes(), context).event());
                }
            });
        }
        return events;
    }

    /** The codec that finds out by itself what it reads. */
    static Codec automatic() {
        return Codecs.named(Codecs.AUTO).orElseThrow();
    }
}
