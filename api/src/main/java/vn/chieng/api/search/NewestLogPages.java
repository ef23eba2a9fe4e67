package vn.chieng.api.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Times;

/** What a list says at its foot of how fresh the logs are; a part of a page that asks for it when it is there. */
@Controller
final class NewestLogPages {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final NewestLog newest;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    NewestLogPages(NewestLog newest, MessageSource messages, Times times, Clock clock) {
        this.newest = newest;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/logs/newest")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String newest(SignedIn caller, Model model, Locale locale) {
        switch (newest.of(caller.scope())) {
            case NewestLog.Known(Instant at) -> {
                model.addAttribute("newestAt", at);
                model.addAttribute("newestWords", text("search.newest", locale, ago(at, locale)));
            }
            case NewestLog.None() -> model.addAttribute("newestWords", text("search.newest.none", locale));
            case NewestLog.Unknown() -> model.addAttribute("newestWords", text("search.newest.unknown", locale));
        }
        return "search/newest :: newest";
    }

    private String ago(Instant at, Locale locale) {
        Duration passed = Duration.between(at, clock.instant());
        return passed.compareTo(MINUTE) < 0
                ? text("search.newest.seconds", locale, Math.max(0, passed.toSeconds()))
                : times.relative(at, locale);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values.length == 0 ? null : values, locale);
    }
}
