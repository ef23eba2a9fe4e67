package vn.chieng.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;

class PermissionGateTest {
    private final PermissionGate gate = new PermissionGate();

    void unstated() {}

    @Allowed(Permission.INCIDENTS_WORK)
    void work() {}

    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.EVERYTHING)
    void whole() {}

    @Allowed(Permission.PUBLIC)
    void open() {}

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aMethodThatStatesNoPermissionAnswersNobody() {
        signIn(Role.ADMINISTRATOR);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> passes("unstated"));
    }

    @Test
    void theRoleDecides() throws Exception {
        signIn(Role.ANALYST);
        assertThat(passes("work")).isTrue();
        signIn(Role.LEADER);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> passes("work"));
    }

    @Test
    void whatIsForEverythingIsRefusedToWhoActsForAPart() throws Exception {
        signIn(Role.OWNER);
        assertThat(passes("whole")).isTrue();
        signIn(Role.OWNER, new Scope.Organizations(Set.of("org-so-khcn")));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> passes("whole"));
    }

    @Test
    void strangersGetNoFurtherThanPublicMethods() throws Exception {
        assertThat(passes("open")).isTrue();
        assertThatExceptionOfType(InsufficientAuthenticationException.class).isThrownBy(() -> passes("work"));
    }

    private boolean passes(String method) throws NoSuchMethodException {
        return gate.preHandle(
                new MockHttpServletRequest(),
                new MockHttpServletResponse(),
                new HandlerMethod(this, PermissionGateTest.class.getDeclaredMethod(method)));
    }

    private static void signIn(Role role) {
        signIn(role, new Scope.Everything());
    }

    private static void signIn(Role role, Scope scope) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new SignedIn(1, "x", "X", role, 1, null, scope, role.permissions(), "vi", Set.of()),
                        null,
                        List.of()));
    }
}
