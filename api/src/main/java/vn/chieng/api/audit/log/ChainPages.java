package vn.chieng.api.audit.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.chain.ChainStore;
import vn.chieng.api.audit.proof.AnchorStore;
import vn.chieng.api.audit.proof.ChainCheck;
import vn.chieng.api.audit.proof.ChainFinding;
import vn.chieng.api.audit.proof.DayAnchors;
import vn.chieng.api.audit.proof.PublishedKey;
import vn.chieng.api.audit.proof.StoredAnchor;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.console.Pagination;

/** The state of the chain, its anchors, its check, and whole days as a file. */
@Controller
final class ChainPages {
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 1_000;

    private final ChainStore chain;
    private final AnchorStore anchors;
    private final DayAnchors dayAnchors;
    private final ChainCheck check;
    private final AuditExports exports;
    private final MessageSource messages;

    ChainPages(
            ChainStore chain,
            AnchorStore anchors,
            DayAnchors dayAnchors,
            ChainCheck check,
            AuditExports exports,
            MessageSource messages) {
        this.chain = chain;
        this.anchors = anchors;
        this.dayAnchors = dayAnchors;
        this.check = check;
        this.exports = exports;
        this.messages = messages;
    }

    @GetMapping("/audit/chain")
    @Allowed(Permission.AUDIT_READ)
    String chain(
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        AuditExports.requireEverything(caller);
        response.addHeader("Vary", "HX-Target");
        fill(page, model);
        return "check".equals(target) ? "audit/chain :: check" : "audit/chain";
    }

    private void fill(int page, Model model) {
        int number = Math.clamp(page, 1, MOST_PAGES);
        List<StoredAnchor> shown = anchors.page((number - 1) * PAGE, PAGE);
        model.addAttribute("end", chain.end());
        model.addAttribute("firstDay", chain.firstDay().orElse(null));
        model.addAttribute("keys", anchors.keys());
        model.addAttribute("anchors", shown);
        model.addAttribute("deliveries", deliveries(shown));
        model.addAttribute("targets", dayAnchors.targetNames());
        model.addAttribute("pagination", new Pagination("/audit/chain", shown.size(), anchors.count(), PAGE, number));
        ChainCheck.State state = check.state();
        model.addAttribute("check", state);
        model.addAttribute("checkState", word(state));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/audit", message("audit.title")),
                        new Crumb("/audit/chain", message("audit.chain.title"))));
    }

    private Map<LocalDate, List<AnchorStore.Delivery>> deliveries(List<StoredAnchor> shown) {
        List<String> targets = dayAnchors.targetNames();
        return shown.isEmpty()
                ? Map.of()
                : anchors.deliveries(shown.getLast().day(), shown.getFirst().day()).stream()
                        .filter(delivery -> targets.contains(delivery.target()))
                        .collect(Collectors.groupingBy(AnchorStore.Delivery::day));
    }

    private static String word(ChainCheck.State state) {
        return switch (state) {
            case ChainCheck.State.Never _ -> "never";
            case ChainCheck.State.Running _ -> "running";
            case ChainCheck.State.Failed _ -> "failed";
            case ChainCheck.State.Done done ->
                switch (done.finding()) {
                    case ChainFinding.Intact _ -> "intact";
                    case ChainFinding.Broken _ -> "broken";
                };
        };
    }

    @PostMapping("/audit/chain/check")
    @Allowed(Permission.AUDIT_READ)
    String check(SignedIn caller) {
        AuditExports.requireEverything(caller);
        check.start(caller);
        return "redirect:/audit/chain#check";
    }

    /** A form asks for it; a day that is none leads back to the form. */
    @GetMapping("/audit/chain/export")
    @Allowed(Permission.AUDIT_READ)
    @Nullable
    String export(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        AuditExports.requireEverything(caller);
        DayRange days;
        try {
            days = DayRange.of(from, to);
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            fill(1, model);
            String field = String.valueOf(e.getMessage());
            model.addAttribute("problems", List.of(new FieldProblem(field, message("audit.wrong." + field))));
            model.addAttribute("from", from);
            model.addAttribute("to", to);
            return "audit/chain";
        }
        exports.days(days, caller, response);
        return null;
    }

    /** What {@code chieng audit verify --key} takes. */
    @GetMapping("/audit/chain/keys.pem")
    @Allowed(Permission.AUDIT_READ)
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-pem-file"))
                .header("Content-Disposition", "attachment; filename=\"chieng-audit-keys.pem\"")
                .body(anchors.keys().stream().map(PublishedKey::pem).collect(Collectors.joining()));
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
