package vn.chieng.api.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.FakeSignIn;
import vn.chieng.api.identity.OpenSession;

class SignInPagesTest {
    private final FakeSignIn signIn = new FakeSignIn();
    private final SignInPages pages = new SignInPages(signIn, null, null);
    private final RedirectAttributesModelMap flash = new RedirectAttributesModelMap();

    @Test
    void aSessionOutOfScopeIsNeitherShownNorEndedAndAnswersLikeOneThatIsGone() {
        signIn.opened("foreign", 3, "org-2");
        signIn.opened("own", 4, "org-1");
        ExtendedModelMap model = new ExtendedModelMap();
        pages.sessions(administrator(), model);
        assertThat(model.get("sessions"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(OpenSession.class))
                .extracting(OpenSession::publicId)
                .containsExactly("own");
        pages.endSession("foreign", administrator(), flash);
        assertThat(flash.getFlashAttributes()).isEqualTo(java.util.Map.of("ended", false));
        pages.endSession("gone", administrator(), flash);
        assertThat(flash.getFlashAttributes()).isEqualTo(java.util.Map.of("ended", false));
        assertThat(signIn.open()).containsExactlyInAnyOrder("foreign", "own");
        pages.endSession("own", administrator(), flash);
        assertThat(flash.getFlashAttributes()).isEqualTo(java.util.Map.of("ended", true));
        assertThat(signIn.open()).containsExactly("foreign");
    }

    private static SignedIn administrator() {
        return new SignedIn(
                1,
                "a",
                "A",
                Role.ADMINISTRATOR,
                1,
                "org-1",
                new Scope.Organizations(Set.of("org-1")),
                Role.ADMINISTRATOR.permissions(),
                "vi",
                Set.of());
    }
}
