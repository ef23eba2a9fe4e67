package vn.chieng.api.indicators;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps indicators. */
public interface IndicatorStore {
    /** Counting stops here: a longer list is narrowed, not paged to its end. */
    int MOST_COUNTED = 10_000;

    /** Some of those that are wanted, the latest change first. */
    List<KnownIndicator> list(IndicatorQuery query, int offset, int limit);

    /** How many are wanted, at most {@link #MOST_COUNTED}. */
    int count(IndicatorQuery query);

    /** Who tells indicators, the most telling first. */
    List<String> sources(int most);

    Optional<KnownIndicator> find(long id);

    /** Takes it back where it stands in this version and nobody has; whether that was so. */
    boolean withdraw(long id, int version, KnownIndicator.Withdrawal withdrawal);

    /** Marks some that are over and were not marked, and gives them. */
    List<KnownIndicator> expire(Instant now, int most);
}
