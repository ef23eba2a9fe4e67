package vn.chieng.api.dossiers.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.coverage.checks.CheckTerm;
import vn.chieng.api.identity.reviews.Review;
import vn.chieng.api.identity.reviews.ReviewStore;

/** When the rights of the body in this product were last reviewed to the end. */
@Component
class ReviewEvidence {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(VIETNAM);
    /** Reviews looked through, the latest first. */
    private static final int MOST_REVIEWS = 50;
    /** How long one counts where the pack names no interval. */
    private static final int A_YEAR = 12;

    private final ReviewStore reviews;
    private final Clock clock;

    ReviewEvidence(ReviewStore reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Empty where none was finished, or where the pack asks for one that names the system. */
    Optional<Measured> finished(@Nullable CheckTerm term, EvidenceSubject subject) {
        if (term != null && term.ofSystem()) {
            return Optional.empty();
        }
        Scope body = new Scope.Organizations(Set.of(subject.organizationId()));
        return reviews.list(body, MOST_REVIEWS).stream()
                .map(Review::finishedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(finished -> measured(finished, term));
    }

    private Measured measured(Instant finished, @Nullable CheckTerm term) {
        int months = term == null || term.months() == null ? A_YEAR : term.months();
        Instant expires = finished.atZone(VIETNAM).plusMonths(months).toInstant();
        return new Measured(
                "dossiers.measured.rights-reviewed",
                List.of(DAY.format(finished)),
                clock.instant().isBefore(expires),
                finished,
                expires);
    }
}
