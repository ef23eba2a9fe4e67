package vn.chieng.api.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All bundles under {@code messages/}, found by their Vietnamese file; a key that no bundle holds is a failure. */
final class BundleMessages extends ResourceBundleMessageSource {

    private static final String SOURCE_SUFFIX = "_vi.properties";
    private static final String OPTIONAL_PREFIX = "problemDetail.";

    private final Map<Locale, Map<String, String>> words = new ConcurrentHashMap<>();
    private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

    /** Not Spring's own exception, since Thymeleaf would show that one as a word between question marks. */
    static final class MissingMessageException extends IllegalStateException {
        MissingMessageException(String key) {
            super("no message " + key);
        }
    }

    BundleMessages() {
        setBasenames(baseNames());
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setFallbackToSystemLocale(false);
        setDefaultLocale(ConsoleLocaleResolver.VIETNAMESE);
    }

    /** One look-up instead of one in every bundle: pages ask for hundreds of words. */
    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return words(locale).get(code);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String words = words(locale).get(code);
        return words == null
                ? null
                : formats.computeIfAbsent(locale, _ -> new ConcurrentHashMap<>())
                        .computeIfAbsent(code, _ -> createMessageFormat(words, locale));
    }

    private Map<String, String> words(Locale locale) {
        return words.computeIfAbsent(locale, this::gathered);
    }

    private Map<String, String> gathered(Locale locale) {
        Map<String, String> gathered = new HashMap<>();
        for (String name : getBasenameSet()) {
            ResourceBundle bundle = Objects.requireNonNull(getResourceBundle(name, locale), name);
            bundle.keySet().forEach(key -> gathered.putIfAbsent(key, bundle.getString(key)));
        }
        return Map.copyOf(gathered);
    }

    /** Spring's own problem texts are optional; every other key without a text is ours and a mistake. */
    @Override
    protected @Nullable String getDefaultMessage(String code) {
        if (code.startsWith(OPTIONAL_PREFIX)) {
            return null;
        }
        throw new MissingMessageException(code);
    }

    private static String[] baseNames() {
        try {
            Resource[] sources =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SOURCE_SUFFIX);
            return Arrays.stream(sources)
                    .map(source -> Objects.requireNonNull(source.getFilename()))
                    .map(name -> "messages/" + name.substring(0, name.length() - SOURCE_SUFFIX.length()))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
