package vn.chieng.api.signin.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Duty;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;

/** The pages where a person sets up, renews or gives up the second factor. */
@Controller
@RequestMapping("/me/second-factor")
final class FactorPages {
    private final SecondFactors factors;
    private final FactorChange change;
    private final AccountStore accounts;

    FactorPages(SecondFactors factors, FactorChange change, AccountStore accounts) {
        this.factors = factors;
        this.change = change;
        this.accounts = accounts;
    }

    @GetMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String page(SignedIn caller, Model model) {
        if (factors.on(caller.accountId())) {
            model.addAttribute("codesLeft", factors.codesLeft(caller.accountId()));
            return "signin/factor";
        }
        model.addAttribute("duty", caller.duties().contains(Duty.SECOND_FACTOR));
        model.addAttribute("enrolment", factors.enrol(account(caller)));
        return "signin/enrol";
    }

    @PostMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String confirm(
            SignedIn caller,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<List<String>> codes = change.enable(request, response, caller, account(caller), code);
        if (codes.isEmpty()) {
            return refused(caller, response, model);
        }
        return codes(codes.get(), model);
    }

    @PostMapping("/codes")
    @Allowed(Permission.OWN_ACCOUNT)
    String renewCodes(
            SignedIn caller,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Account account = account(caller);
        if (!change.proven(account, code, request.getRemoteAddr())) {
            return refused(caller, response, model);
        }
        return codes(factors.renewCodes(account), model);
    }

    @PostMapping("/off")
    @Allowed(Permission.OWN_ACCOUNT)
    Object off(
            SignedIn caller,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Account account = account(caller);
        if (!change.proven(account, code, request.getRemoteAddr())) {
            return refused(caller, response, model);
        }
        change.disable(request, response, caller, account);
        var redirect = new RedirectView("/me/security?factor");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private String refused(SignedIn caller, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", true);
        return page(caller, model);
    }

    private static String codes(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "signin/codes";
    }

    private Account account(SignedIn caller) {
        return accounts.find(caller.accountId()).orElseThrow();
    }
}
