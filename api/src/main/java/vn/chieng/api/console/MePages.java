package vn.chieng.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;

/** A person's own preferences. */
@Controller
@RequestMapping("/me")
final class MePages {

    @GetMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("preferences", Preferences.of(request));
        model.addAttribute("languages", ConsoleLocaleResolver.LANGUAGES);
        model.addAttribute("themes", Theme.values());
        model.addAttribute("densities", Density.values());
        return "me/me";
    }

    @PostMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String save(
            @RequestParam String language,
            @RequestParam Theme theme,
            @RequestParam Density density,
            @RequestParam(defaultValue = "false") boolean shortcuts,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ConsoleLocaleResolver.known(language).ifPresent(chosen -> Preferences.writeLanguage(response, chosen));
        new Preferences(theme, density, shortcuts).write(response);
        flash.addFlashAttribute("saved", true);
        return "redirect:/me";
    }
}
