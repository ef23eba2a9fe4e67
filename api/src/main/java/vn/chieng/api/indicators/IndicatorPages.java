package vn.chieng.api.indicators;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.console.Pagination;
import vn.chieng.event.Indicator;

/** The list of indicators, the page of each, and its withdrawal. */
@Controller
final class IndicatorPages {
    private static final int PAGE = 100;
    private static final int MOST_SOURCES = 50;
    private static final int MOST_REASON = 500;

    private final IndicatorStore store;
    private final IndicatorEditor editor;
    private final MessageSource messages;
    private final Clock clock;

    IndicatorPages(IndicatorStore store, IndicatorEditor editor, MessageSource messages, Clock clock) {
        this.store = store;
        this.editor = editor;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/indicators")
    @Allowed(value = Permission.INDICATORS_READ, scope = Allowed.ScopeRule.EVERYTHING)
    String list(
            @ModelAttribute IndicatorListParameters parameters,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model model) {
        IndicatorQuery query;
        try {
            query = parameters.query(clock);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        int total = store.count(query);
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, PAGE)));
        List<KnownIndicator> rows = store.list(query, (number - 1) * PAGE, PAGE);
        model.addAttribute("rows", rows);
        model.addAttribute("now", query.now());
        model.addAttribute("total", total);
        model.addAttribute("mostCounted", IndicatorStore.MOST_COUNTED);
        model.addAttribute("pagination", new Pagination(parameters.address(""), rows.size(), total, PAGE, number));
        model.addAttribute("values", parameters.values());
        model.addAttribute("conditions", parameters.conditions());
        model.addAttribute("types", Indicator.Type.values());
        model.addAttribute("states", IndicatorListParameters.STATES);
        model.addAttribute("sources", store.sources(MOST_SOURCES));
        model.addAttribute("mayEdit", caller.may(Permission.INDICATORS_EDIT));
        return "indicators/list";
    }

    @GetMapping("/indicators/{id}")
    @Allowed(value = Permission.INDICATORS_READ, scope = Allowed.ScopeRule.EVERYTHING)
    String detail(@PathVariable long id, SignedIn caller, Model model) {
        return page(known(id), null, "", caller, model);
    }

    private String page(KnownIndicator known, @Nullable String problem, String reason, SignedIn caller, Model model) {
        model.addAttribute("known", known);
        model.addAttribute("state", known.state(clock.instant()).code());
        model.addAttribute("mayEdit", caller.may(Permission.INDICATORS_EDIT));
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", problem);
        model.addAttribute("errors", problem == null ? List.of() : List.of(new FieldProblem("reason", problem)));
        model.addAttribute(
                "crumbs", List.of(new Crumb("/indicators", word("indicators.title")), new Crumb("", known.shown())));
        return "indicators/detail";
    }

    @PostMapping("/indicators/{id}/withdraw")
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        KnownIndicator known = known(id);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > MOST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String problem = why.isEmpty() ? "indicators.reason.missing" : "indicators.reason.long";
            return page(known, word(problem), why, caller, model);
        }
        if (!editor.withdraw(known, version, why, caller)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("conflict", true);
            return page(known(id), null, why, caller, model);
        }
        return "redirect:/indicators/" + id;
    }

    private KnownIndicator known(long id) {
        return store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
