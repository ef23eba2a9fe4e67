package vn.chieng.api.views;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** Saves and deletes views; the lists show them. */
@Controller
final class ViewPages {
    private final SavedViews views;

    ViewPages(SavedViews views) {
        this.views = views;
    }

    /** Every other parameter of the form is one of the list's. */
    @PostMapping("/views")
    @Allowed(Permission.OWN_ACCOUNT)
    String save(
            @RequestParam(defaultValue = "INCIDENTS") ViewArea area,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam Map<String, String> form,
            SignedIn caller) {
        Map<String, String> values = new LinkedHashMap<>(form);
        values.keySet()
                .removeIf(key -> key.equals("area")
                        || key.equals("name")
                        || key.equals("shared")
                        || key.equals("after")
                        || key.startsWith("_"));
        String address = SavedView.address(values);
        if (name.isBlank()
                || name.strip().length() > SavedView.MOST_NAME
                || address.length() > SavedView.MOST_ADDRESS
                || caller.accountId() == 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "name");
        }
        Optional<SavedView> saved = views.save(area, name.strip(), address, shared, caller);
        return "redirect:"
                + saved.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "views"))
                        .link();
    }

    /** The short link of a view. */
    @GetMapping("/views/{id}")
    @Allowed(Permission.OWN_ACCOUNT)
    String open(@PathVariable UUID id, SignedIn caller) {
        return "redirect:"
                + views.find(id, caller)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .link();
    }

    @PostMapping("/views/{id}/delete")
    @Allowed(Permission.OWN_ACCOUNT)
    String delete(@PathVariable UUID id, SignedIn caller) {
        SavedView view = views.find(id, caller).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!views.delete(id, caller)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + view.area().path() + "?view=none";
    }
}
