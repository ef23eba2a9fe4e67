package vn.chieng.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.reviews.Review;
import vn.chieng.api.identity.reviews.ReviewOutcome;
import vn.chieng.api.identity.reviews.ReviewStore;

/** Keys that pages put together from a value: whoever adds a value must add its words. */
class WordsTest {

    @Test
    void everyValueThatAPageNamesHasWords() throws Exception {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/identity_vi.properties"))) {
            words.load(reader);
        }
        assertThat(words.stringPropertyNames())
                .containsAll(Stream.of(
                                EnumSet.complementOf(EnumSet.of(Permission.PUBLIC, Permission.OWN_ACCOUNT)).stream()
                                        .map(each -> "permission." + each),
                                Arrays.stream(Role.Reach.values()).map(each -> "reach." + each),
                                Arrays.stream(PersonState.values()).map(each -> "state." + each.code()),
                                Arrays.stream(AccountKind.values()).map(each -> "kind." + each.code()),
                                Arrays.stream(Review.State.values()).map(each -> "review.state." + each),
                                Arrays.stream(ReviewStore.Which.values()).map(each -> "review.which." + each),
                                Arrays.stream(ReviewOutcome.values()).map(each -> "outcome." + each),
                                Stream.of(Refusal.values())
                                        .filter(each -> !FIELD_ONLY.contains(each))
                                        .map(each -> "refused." + each.code()))
                        .flatMap(each -> each)
                        .map("identity."::concat)
                        .toList())
                .containsAll(Arrays.stream(IdentityAction.values())
                        .map(each -> "audit.action." + each.code())
                        .toList());
    }

    /** These are said at a field of the delegation's form. */
    private static final EnumSet<Refusal> FIELD_ONLY =
            EnumSet.of(Refusal.NOT_OWN_ROLE, Refusal.UNKNOWN_RECEIVER, Refusal.TOO_LONG);
}
