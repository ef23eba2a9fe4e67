package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.signin.factors.FactorChange;
import vn.chieng.api.signin.factors.SecondFactors;
import vn.chieng.api.signin.sessions.Sessions;

/** Ends other sessions when the second factor changes, and counts wrong codes wherever they are entered. */
@Component
final class FactorChanges implements FactorChange {
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SignIn signIn;

    FactorChanges(SecondFactors factors, Sessions sessions, SignIn signIn) {
        this.factors = factors;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    @Override
    public Optional<List<String>> enable(
            HttpServletRequest request, HttpServletResponse response, SignedIn caller, Account account, String code) {
        Optional<List<String>> codes = factors.confirm(account, code);
        if (codes.isPresent()) {
            sessions.renewAndEndOthers(request, response, caller);
        }
        return codes;
    }

    @Override
    public void disable(HttpServletRequest request, HttpServletResponse response, SignedIn caller, Account account) {
        factors.remove(account);
        sessions.renewAndEndOthers(request, response, caller);
    }

    @Override
    public boolean proven(Account account, String code, String address) {
        return factors.on(account.id()) && signIn.byCode(account, code, address) instanceof SignInOutcome.Proven;
    }
}
