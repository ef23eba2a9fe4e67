package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.signin.oidc.ProviderLogin;
import vn.chieng.api.signin.oidc.ProviderLogout;
import vn.chieng.api.signin.oidc.ProviderRegistration;

/** The way to the identity provider and the way out. */
@Controller
@RequestMapping("/signin")
final class ProviderPages {
    private final ProviderRegistration provider;
    private final ProviderLogout logout;

    ProviderPages(ProviderRegistration provider, ProviderLogout logout) {
        this.provider = provider;
        this.logout = logout;
    }

    @GetMapping("/provider")
    @Allowed(Permission.PUBLIC)
    String start() {
        return provider.reachable()
                ? "redirect:" + ProviderLogin.START + "/" + ProviderRegistration.ID
                : "redirect:/signin?provider-down";
    }

    @GetMapping("/leaving")
    @Allowed(Permission.PUBLIC)
    String leaving(HttpServletRequest request, Model model) {
        String there = logout.leaving(request);
        if (there == null) {
            return "redirect:/signin?signed-out";
        }
        model.addAttribute("there", there);
        return "signin/leaving";
    }
}
