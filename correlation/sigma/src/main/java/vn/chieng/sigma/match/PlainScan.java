package vn.chieng.sigma.match;

import java.util.function.IntConsumer;

/** Tries every rule of every log source that an event is of, and remembers nothing: the oracle of the index. */
public final class PlainScan {
    private final CompiledRules compiled;

    public PlainScan(CompiledRules compiled) {
        this.compiled = compiled;
    }

    /** Hands over the numbers of the rules that match, bucket by bucket, and of those that fail. */
    public void match(EventView event, IntConsumer matched, IntConsumer failed) {
        EventScan scan = EventScan.forgetting(compiled.slots()).of(event);
        boolean[] present = new boolean[compiled.streams().size()];
        for (int i = 0; i < present.length; i++) {
            // where it cannot be told whether the event is of a stream, the rules have a look
            present[i] = Verdict.of(compiled.streams().get(i).matcher(), scan) != Verdict.NOT_MATCHED;
        }
        for (CompiledRules.Bucket bucket : compiled.buckets()) {
            if (bucket.streams().stream().anyMatch(stream -> present[stream])) {
                for (int rule : bucket.rules()) {
                    switch (Verdict.of(compiled.rules().get(rule).matcher(), scan)) {
                        case MATCHED -> matched.accept(rule);
                        case FAILED -> failed.accept(rule);
                        case NOT_MATCHED -> {
                            // nothing to tell
                        }
                    }
                }
            }
        }
    }

    /** Whether one rule matches, asked by itself as if there were no other. */
    public boolean matches(int number, EventView event) {
        EventScan scan = EventScan.forgetting(compiled.slots()).of(event);
        CompiledRules.Rule rule = compiled.rules().get(number);
        boolean present = compiled.buckets().get(rule.bucket()).streams().stream()
                .anyMatch(stream -> Verdict.of(compiled.streams().get(stream).matcher(), scan) != Verdict.NOT_MATCHED);
        return present && Verdict.of(rule.matcher(), scan) == Verdict.MATCHED;
    }
}
