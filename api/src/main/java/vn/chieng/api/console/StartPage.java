package vn.chieng.api.console;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** {@code /}: the first page of the menu that the acting role may open. */
@Controller
final class StartPage {
    private final List<MenuItem> menu;

    StartPage(ObjectProvider<MenuItem> menu) {
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
    }

    @GetMapping("/")
    @Allowed(Permission.OWN_ACCOUNT)
    String start(SignedIn caller) {
        return "redirect:"
                + menu.stream()
                        .filter(item -> caller.may(item.permission()))
                        .map(MenuItem::path)
                        .findFirst()
                        .orElse("/me");
    }
}
