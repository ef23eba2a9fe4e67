package vn.chieng.api.dossiers.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.reviews.Review;
import vn.chieng.api.identity.reviews.ReviewStore;

/** When the rights of the body in this product were last reviewed to the end. */
@Component
final class ReviewEvidence implements MeasuredEvidence {
    private static final Set<String> NAMES = Set.of("last-review");
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(VIETNAM);
    /** Reviews looked through, the latest first. */
    private static final int MOST_REVIEWS = 50;

    private final ReviewStore reviews;
    private final Clock clock;

    ReviewEvidence(ReviewStore reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return NAMES;
    }

    @Override
    public Optional<Measured> measure(String name, EvidenceSubject subject) {
        Scope body = new Scope.Organizations(Set.of(subject.organizationId()));
        return Optional.of(reviews.list(body, MOST_REVIEWS).stream()
                .map(Review::finishedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(finished -> measured(finished, subject.level()))
                .orElseGet(() -> Measured.absent(name, clock.instant())));
    }

    private Measured measured(Instant finished, int level) {
        Instant expires = finished.atZone(VIETNAM).plus(interval(level)).toInstant();
        return new Measured(
                "dossiers.measured.last-review",
                List.of(DAY.format(finished)),
                clock.instant().isBefore(expires),
                finished,
                expires);
    }

    /** TCVN 14423, group 6: yearly, from level 3 more often. */
    private static Period interval(int level) {
        return switch (level) {
            case 1, 2 -> Period.ofYears(1);
            case 3 -> Period.ofMonths(6);
            case 4 -> Period.ofMonths(3);
            default -> Period.ofMonths(1);
        };
    }
}
