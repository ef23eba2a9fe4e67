package vn.chieng.testbed;

import java.util.Map;

/** A JVM that lives for minutes: its second compiler costs twice what the code it makes saves (EngineIT: 197 s of CPU with it, 92 s without). */
public final class ShortLivedJvm {
    /** Leaves the second compiler out. */
    public static final String FLAG = "-XX:TieredStopAtLevel=1";

    private ShortLivedJvm() {}

    /** The same for every JVM that is started in this environment, and for theirs. */
    public static void in(Map<String, String> environment) {
        environment.put("JDK_JAVA_OPTIONS", FLAG);
    }
}
