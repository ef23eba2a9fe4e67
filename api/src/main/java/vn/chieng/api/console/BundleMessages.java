package vn.chieng.api.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All bundles under {@code messages/}, found by their Vietnamese file; a key that no bundle holds is a failure. */
final class BundleMessages extends ResourceBundleMessageSource {

    private static final String SOURCE_SUFFIX = "_vi.properties";
    private static final String OPTIONAL_PREFIX = "problemDetail.";

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
