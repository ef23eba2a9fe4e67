package vn.chieng.api.incidents.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Handlers;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.queue.IncidentQuery;
import vn.chieng.api.incidents.queue.IncidentQueue;
import vn.chieng.api.incidents.queue.ListParameters;
import vn.chieng.api.incidents.queue.QueueModel;

/** The same done with many incidents: those chosen, or all that the list holds. */
@Controller
@RequestMapping("/incidents")
final class BulkPages {
    /** From here on the number has to be typed. */
    static final int CONFIRMED_ABOVE = 100;

    private static final int SHOWN = 10;

    private final QueueModel list;
    private final IncidentQueue queue;
    private final IncidentStore store;
    private final BulkWork work;
    private final Handlers handlers;
    private final BulkSettings settings;

    BulkPages(
            QueueModel list,
            IncidentQueue queue,
            IncidentStore store,
            BulkWork work,
            Handlers handlers,
            BulkSettings settings) {
        this.list = list;
        this.queue = queue;
        this.store = store;
        this.work = work;
        this.handlers = handlers;
        this.settings = settings;
    }

    /** What the form says beside the parameters of the list. */
    record BulkForm(
            @Nullable List<Long> id,
            @Nullable Boolean all,
            @Nullable String act,
            @Nullable String confirm,
            @Nullable Long account,
            @Nullable String label,
            @Nullable CloseReason reason,
            @Nullable String note) {}

    @PostMapping("/acknowledge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String acknowledge(
            @RequestParam(required = false) @Nullable List<Long> id,
            @ModelAttribute ListParameters parameters,
            SignedIn caller,
            Model model,
            RedirectAttributes redirect,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        return atOnce(BulkAct.ACKNOWLEDGE, id, parameters, caller, model, redirect, htmx);
    }

    @PostMapping("/take")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String take(
            @RequestParam(required = false) @Nullable List<Long> id,
            @ModelAttribute ListParameters parameters,
            SignedIn caller,
            Model model,
            RedirectAttributes redirect,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        return atOnce(BulkAct.TAKE, id, parameters, caller, model, redirect, htmx);
    }

    private String atOnce(
            BulkAct act,
            @Nullable List<Long> id,
            ListParameters parameters,
            SignedIn caller,
            Model model,
            RedirectAttributes redirect,
            @Nullable String htmx) {
        List<Long> ids = id == null ? List.of() : id;
        if (ids.size() > IncidentQuery.MAX_LIMIT) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "id");
        }
        BulkResult result = work.run(new BulkOrder(act, null, null, null, null), ids, caller);
        return answer(result, parameters, caller, model, redirect, htmx);
    }

    private String answer(
            BulkResult result,
            ListParameters parameters,
            SignedIn caller,
            Model model,
            RedirectAttributes redirect,
            @Nullable String htmx) {
        if (htmx != null) {
            model.addAttribute("result", result);
            list.fill(parameters, caller, model, true);
            return "incidents/list :: update";
        }
        redirect.addFlashAttribute("result", result);
        return "redirect:" + parameters.address();
    }

    /** Asks for what is missing, and for the number where they are many; then does it. */
    @PostMapping("/bulk")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String bulk(
            @ModelAttribute BulkForm form,
            @ModelAttribute ListParameters parameters,
            SignedIn caller,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        BulkOrder order = order(form);
        boolean all = Boolean.TRUE.equals(form.all());
        List<Long> ids = all
                ? queue.ids(list.query(parameters, caller), Reader.of(caller), settings.bulkMost() + 1)
                : form.id() == null ? List.of() : form.id();
        String missing = missing(order, ids.size(), form);
        if (missing == null) {
            return answer(work.run(order, ids, caller), parameters, caller, model, redirect, null);
        }
        boolean asked = form.confirm() != null;
        if (asked) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("missing", asked || missing.equals("many") || missing.equals("none") ? missing : null);
        model.addAttribute("order", order);
        model.addAttribute("form", form);
        model.addAttribute("all", all);
        model.addAttribute("ids", ids);
        model.addAttribute("most", settings.bulkMost());
        model.addAttribute(
                "number",
                ids.size() > settings.bulkMost()
                        ? queue.count(list.query(parameters, caller), Reader.of(caller))
                        : ids.size());
        model.addAttribute("confirmed", ids.size() > CONFIRMED_ABOVE);
        model.addAttribute(
                "some",
                ids.stream()
                        .limit(SHOWN)
                        .flatMap(id -> store.find(id, Reader.of(caller)).stream())
                        .toList());
        model.addAttribute("values", parameters.values());
        model.addAttribute("back", parameters.address());
        model.addAttribute("handlerChoices", handlers.all());
        model.addAttribute("reasonChoices", CloseReason.values());
        return "incidents/bulk";
    }

    /** A word for what still has to be said; null where nothing has. */
    private @Nullable String missing(BulkOrder order, int count, BulkForm form) {
        if (count == 0) {
            return "none";
        }
        if (count > settings.bulkMost()) {
            return "many";
        }
        if (!order.complete()) {
            return "order";
        }
        String typed = form.confirm() == null ? "" : form.confirm().replaceAll("[\\s.,]", "");
        return count > CONFIRMED_ABOVE && !typed.equals(Integer.toString(count)) ? "confirm" : null;
    }

    private BulkOrder order(BulkForm form) {
        try {
            return new BulkOrder(
                    BulkAct.of(String.valueOf(form.act())),
                    form.account() == null
                            ? null
                            : handlers.find(form.account()).orElseThrow(() -> new IllegalArgumentException("account")),
                    form.label() == null ? null : form.label().strip(),
                    form.reason(),
                    form.note());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    /** Takes back what was just done; offered for ten seconds, possible for a little longer. */
    @PostMapping("/bulk/undo")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String undo(
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(defaultValue = "acknowledge") String act,
            @ModelAttribute ListParameters parameters,
            SignedIn caller,
            Model model,
            RedirectAttributes redirect,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        List<String> items = item == null ? List.of() : item;
        if (items.size() > settings.bulkMost()
                || !items.stream().allMatch(each -> each.matches("[0-9]{1,18}:[0-9]{1,9}"))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "item");
        }
        Optional<String> taken = Optional.ofNullable(label).filter(text -> !text.isBlank());
        BulkResult result = work.undo(BulkAct.CLOSE, taken, items, caller);
        model.addAttribute("undone", act);
        redirect.addFlashAttribute("undone", act);
        return answer(result, parameters, caller, model, redirect, htmx);
    }
}
