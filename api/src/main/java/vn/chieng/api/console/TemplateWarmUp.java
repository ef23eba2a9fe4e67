package vn.chieng.api.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Draws one page of each layout before readiness turns green, so that the first person does not wait for it. */
@Component
final class TemplateWarmUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateWarmUp.class);

    private final FragmentRenderer renderer;

    TemplateWarmUp(FragmentRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (Locale language : ConsoleLocaleResolver.LANGUAGES) {
            renderer.page("error/404", language, Map.of("shell", shell(language)));
            renderer.page("me/me", language, personalPage(language));
        }
        LOG.info("pages warmed up");
    }

    private static Map<String, Object> personalPage(Locale language) {
        return Map.of(
                "shell", shell(language),
                "preferences", new Preferences(Theme.SYSTEM, Density.COMFORTABLE, true),
                "languages", ConsoleLocaleResolver.LANGUAGES,
                "themes", Theme.values(),
                "densities", Density.values());
    }

    private static Shell shell(Locale language) {
        return new Shell(
                language.getLanguage(),
                "en",
                "/",
                "system",
                "comfortable",
                "on",
                "off",
                "/",
                new Shell.User("", null),
                null,
                List.of(),
                new ConsoleSettings(null, null, null, null));
    }
}
