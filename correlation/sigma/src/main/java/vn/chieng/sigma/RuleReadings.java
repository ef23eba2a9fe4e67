package vn.chieng.sigma;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chieng.sigma.rule.RuleReader;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaSettings;

/**
 * Remembers what the files of the last load were read to, so that a load after a change reads only what changed. Safe for
 * many threads.
 */
public final class RuleReadings {
    private final SigmaSettings settings;
    private volatile Map<String, RuleReader.Result> last = Map.of();

    /** Nothing is remembered yet; the settings hold for all that is read. */
    public RuleReadings(SigmaSettings settings) {
        this.settings = settings;
    }

    SigmaSettings settings() {
        return settings;
    }

    /** What each source was read to, in their order; what is no longer among them is forgotten. */
    List<RuleReader.Result> read(Collection<RuleSource> sources) {
        Map<String, RuleReader.Result> known = last;
        List<Map.Entry<String, RuleReader.Result>> readings = sources.parallelStream()
                .map(source -> {
                    String key = key(source);
                    RuleReader.Result remembered = known.get(key);
                    return Map.entry(key, remembered == null ? RuleReader.read(source, settings) : remembered);
                })
                .toList();
        Map<String, RuleReader.Result> now = LinkedHashMap.newLinkedHashMap(readings.size());
        readings.forEach(reading -> now.put(reading.getKey(), reading.getValue()));
        last = now;
        return readings.stream().map(Map.Entry::getValue).toList();
    }

    /** A rule keeps the name of its file, so the name is part of the key. */
    private static String key(RuleSource source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.file().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(source.content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
