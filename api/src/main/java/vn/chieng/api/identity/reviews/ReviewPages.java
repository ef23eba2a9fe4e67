package vn.chieng.api.identity.reviews;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.identity.OrganizationChoices;
import vn.chieng.api.identity.Reason;
import vn.chieng.api.identity.Refusal;

/** The list of access reviews, and the page on which one is decided. */
@Controller
final class ReviewPages {
    static final int PAGE = 50;
    private static final int MOST_PAGES = 2000;
    private static final int MOST_REVIEWS = 100;

    private final AccessReviews reviews;
    private final ReviewStore store;
    private final OrganizationChoices organizations;
    private final MessageSource messages;
    private final Clock clock;

    ReviewPages(
            AccessReviews reviews,
            ReviewStore store,
            OrganizationChoices organizations,
            MessageSource messages,
            Clock clock) {
        this.reviews = reviews;
        this.store = store;
        this.organizations = organizations;
        this.messages = messages;
        this.clock = clock;
    }

    /** What became of one item of a bulk decision; why is null where it was done. */
    record Decided(String text, @Nullable String why) implements Serializable {}

    @GetMapping("/admin/reviews")
    @Allowed(value = Permission.ACCESS_REVIEW, scope = Allowed.ScopeRule.QUERY)
    String list(SignedIn caller, Model model) {
        model.addAttribute("reviews", store.list(caller.scope(), MOST_REVIEWS));
        model.addAttribute("now", clock.instant());
        return "identity/reviews";
    }

    @PostMapping("/admin/reviews")
    @Allowed(value = Permission.ACCESS_REVIEW, scope = Allowed.ScopeRule.QUERY)
    String open(SignedIn caller, Model model, HttpServletResponse response) {
        Optional<Long> opened = reviews.open(caller);
        if (opened.isPresent()) {
            return "redirect:/admin/reviews/" + opened.get();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("openAlready", true);
        return list(caller, model);
    }

    @GetMapping("/admin/reviews/{id}")
    @Allowed(value = Permission.ACCESS_REVIEW, scope = Allowed.ScopeRule.QUERY)
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "OPEN") ReviewStore.Which which,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model model) {
        Review review = known(id, caller);
        int number = Math.clamp(page, 1, MOST_PAGES);
        List<ReviewItem> items = store.items(id, which, caller.scope(), (number - 1) * PAGE, PAGE);
        String path = "/admin/reviews/" + id;
        model.addAttribute("review", review);
        model.addAttribute("state", review.state(clock.instant()));
        model.addAttribute("items", items);
        model.addAttribute("which", which);
        model.addAttribute("whichChoices", ReviewStore.Which.values());
        model.addAttribute("self", caller.accountId());
        model.addAttribute(
                "pagination",
                new Pagination(
                        path + "?which=" + which, items.size(), store.count(id, which, caller.scope()), PAGE, number));
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/admin/reviews", messages.getMessage("identity.reviews.title", null, locale)),
                        new Crumb(path, organizations.name(review.organizationId(), locale))));
        return "identity/review";
    }

    @PostMapping("/admin/reviews/{id}/decisions")
    @Allowed(value = Permission.ACCESS_REVIEW, scope = Allowed.ScopeRule.QUERY)
    String decide(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> item,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        known(id, caller);
        List<Long> chosen = item == null ? List.of() : item;
        if (chosen.size() > PAGE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "item");
        }
        Optional<String> given = Reason.of(reason);
        boolean confirmed = decision == Decision.CONFIRM;
        boolean unreasoned = !confirmed && given.isEmpty();
        if (chosen.isEmpty() || unreasoned) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("incomplete", chosen.isEmpty() ? "nothing" : "reason");
            return show(id, ReviewStore.Which.OPEN, 1, caller, model);
        }
        ArrayList<Decided> outcomes = new ArrayList<>();
        for (long each : chosen) {
            Optional<ReviewItem> known = store.find(id, each, caller.scope());
            if (known.isPresent()) { // what is not there is not spoken of
                Optional<Refusal> refusal = reviews.decide(id, each, confirmed, given.orElse(null), caller);
                outcomes.add(new Decided(
                        words(known.get()), refusal.map(Refusal::code).orElse(null)));
            }
        }
        flash.addFlashAttribute("outcomes", outcomes);
        return "redirect:/admin/reviews/" + id;
    }

    /** The two decisions. */
    enum Decision {
        CONFIRM,
        WITHDRAW
    }

    private String words(ReviewItem item) {
        Locale locale = LocaleContextHolder.getLocale();
        return item.displayName() + ": " + messages.getMessage("console.role." + item.role(), null, locale) + ", "
                + organizations.name(item.organizationId(), locale);
    }

    private Review known(long id, SignedIn caller) {
        return store.find(id, caller.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
