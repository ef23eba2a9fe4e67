package vn.chieng.api.signin.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;

/** What else a change of the second factor means for the person's sessions and tries. */
public interface FactorChange {

    /** Turns the factor on where the code proves it, ends the person's other sessions; answers the recovery codes. */
    Optional<List<String>> enable(
            HttpServletRequest request, HttpServletResponse response, SignedIn caller, Account account, String code);

    /** Turns the factor off, ends the person's other sessions, and asks for a longer password where the one of now leant on the factor. */
    void disable(HttpServletRequest request, HttpServletResponse response, SignedIn caller, Account account);

    /** Whether the code is right; wrong ones count like those at sign-in. */
    boolean proven(Account account, String code, String address);
}
