package vn.chieng.codecs;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.chieng.codecs.ecs.EcsCodec;
import vn.chieng.codecs.syslog.SyslogCodec;
import vn.chieng.codecs.windows.Shape;
import vn.chieng.codecs.windows.WindowsCodec;

/** The codecs by the names that the source table and the command line use. */
public final class Codecs {
    /** Finds out by itself. */
    public static final String AUTO = "auto";

    private static final Map<String, Codec> ALL = Map.of(
            AUTO,
            new AutoCodec(),
            "syslog",
            new SyslogCodec(SyslogCodec.Form.EITHER),
            "rfc3164",
            new SyslogCodec(SyslogCodec.Form.RFC3164),
            "rfc5424",
            new SyslogCodec(SyslogCodec.Form.RFC5424),
            "windows",
            new WindowsCodec(null),
            Shape.WINLOGBEAT.code(),
            new WindowsCodec(Shape.WINLOGBEAT),
            Shape.NXLOG.code(),
            new WindowsCodec(Shape.NXLOG),
            Shape.EVTX_JSON.code(),
            new WindowsCodec(Shape.EVTX_JSON),
            "ecs",
            new EcsCodec());

    private Codecs() {}

    /** The codec of this name. */
    public static Optional<Codec> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static SortedSet<String> names() {
        return new TreeSet<>(ALL.keySet());
    }
}
