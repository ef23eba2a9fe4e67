package vn.chieng.api.notifications;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.FieldProblem;

/** Webhooks: added, changed, switched off, given another secret. */
@Controller
@RequestMapping("/admin/notifications/webhooks")
final class WebhookPages {
    private final WebhookStore store;
    private final WebhookEditor editor;
    private final MessageSource messages;

    WebhookPages(WebhookStore store, WebhookEditor editor, MessageSource messages) {
        this.store = store;
        this.editor = editor;
        this.messages = messages;
    }

    @GetMapping("/new")
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String blank(Model model) {
        return page(null, WebhookForm.EMPTY, null, model);
    }

    @PostMapping
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String add(
            @ModelAttribute("typed") WebhookForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Webhook.Draft draft;
        try {
            draft = form.draft();
        } catch (IllegalArgumentException e) {
            return refused(null, form, String.valueOf(e.getMessage()), model, response);
        }
        Optional<WebhookEditor.Added> added = editor.add(draft, caller);
        if (added.isEmpty()) {
            return refused(null, form, "name.taken", model, response);
        }
        flash.addFlashAttribute("secret", added.get().secret());
        return "redirect:/admin/notifications/webhooks/" + added.get().id();
    }

    @GetMapping("/{webhook}")
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String show(@PathVariable long webhook, Model model) {
        Webhook known = known(webhook);
        return page(known, WebhookForm.of(known), null, model);
    }

    @PostMapping("/{webhook}")
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String change(
            @PathVariable long webhook,
            @ModelAttribute("typed") WebhookForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Webhook known = known(webhook);
        Webhook.Draft draft;
        try {
            draft = form.draft();
        } catch (IllegalArgumentException e) {
            return refused(known, form, String.valueOf(e.getMessage()), model, response);
        }
        Integer version = form.version();
        if (version == null || !editor.change(known, version, draft, caller)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("stale", true);
            return page(known(webhook), form, null, model);
        }
        flash.addFlashAttribute("saved", true);
        return "redirect:/admin/notifications/webhooks/" + webhook;
    }

    @PostMapping("/{webhook}/secret")
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String renew(@PathVariable long webhook, SignedIn caller, RedirectAttributes flash) {
        flash.addFlashAttribute("secret", editor.renew(known(webhook), caller));
        return "redirect:/admin/notifications/webhooks/" + webhook;
    }

    private Webhook known(long id) {
        return store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String refused(
            @Nullable Webhook hook, WebhookForm form, String flaw, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(hook, form, flaw, model);
    }

    private String page(@Nullable Webhook hook, WebhookForm form, @Nullable String flaw, Model model) {
        model.asMap().putIfAbsent("stale", false);
        model.addAttribute("hook", hook);
        model.addAttribute("form", form);
        model.addAttribute("kinds", Arrays.asList(NoticeKind.values()));
        model.addAttribute(
                "problems",
                flaw == null
                        ? List.of()
                        : List.of(new FieldProblem(
                                flaw.replaceFirst("\\..*", ""),
                                messages.getMessage(
                                        "notifications.webhook.flaw." + flaw, null, LocaleContextHolder.getLocale()))));
        return "notifications/webhook";
    }
}
