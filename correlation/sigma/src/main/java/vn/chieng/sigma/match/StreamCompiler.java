package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.taxonomy.LogSources;

/** Compiles the streams that log sources take, each once, and notes by which fields they are told. */
final class StreamCompiler {
    private final FieldSlots slots;
    private final SharedItems items;
    private final SigmaSettings settings;
    private final LogSources logSources = LogSources.shipped();
    private final KeyPaths keyPaths;
    private final List<CompiledRules.Stream> streams = new ArrayList<>();
    private final Map<LogSources.Stream, Integer> numbers = new HashMap<>();

    StreamCompiler(FieldSlots slots, SharedItems items, SigmaSettings settings) {
        this.slots = slots;
        this.items = items;
        this.settings = settings;
        this.keyPaths = new KeyPaths(slots);
    }

    /** The numbers of the streams that rules of a log source apply to. */
    List<Integer> of(LogSource logSource) {
        List<Integer> wanted = new ArrayList<>();
        for (LogSources.Stream stream : logSources.of(logSource)) {
            wanted.add(numbers.computeIfAbsent(stream, this::compile));
        }
        return wanted;
    }

    private int compile(LogSources.Stream stream) {
        Matcher matcher = new RuleCompiler(slots, items, stream.logSource(), settings).compile(stream.when());
        CompiledRules.Stream compiled = new CompiledRules.Stream(stream.logSource(), stream.when(), matcher);
        streams.add(compiled);
        keyPaths.add(compiled);
        return streams.size() - 1;
    }

    List<CompiledRules.Stream> streams() {
        return streams;
    }

    KeyPaths keyPaths() {
        return keyPaths;
    }
}
