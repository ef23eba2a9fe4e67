package vn.chieng.api.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** The end of a file whose time in the locker is over. */
@Controller
@RequestMapping("/incidents/{id}/locker/disposal")
final class DisposalPages {
    private final Disposal disposal;
    private final LockerView view;

    DisposalPages(Disposal disposal, LockerView view) {
        this.disposal = disposal;
        this.view = view;
    }

    @PostMapping("/proposal")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String propose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return view.answer(id, disposal.propose(id, LockerView.item(item), reason, caller), caller, model, response);
    }

    @PostMapping("/refusal")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String keep(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return view.answer(id, disposal.keep(id, LockerView.item(item), reason, caller), caller, model, response);
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_DECIDE, scope = Allowed.ScopeRule.QUERY)
    String carryOut(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return view.answer(id, disposal.carryOut(id, LockerView.item(item), caller), caller, model, response);
    }
}
