package vn.chieng.api.systems;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The owner's duties in another body's hands, in writing and until a day.
 *
 * @param paper number and date of the paper
 */
public record Delegation(
        String delegateId, LocalDate until, @Nullable String paper) {}
