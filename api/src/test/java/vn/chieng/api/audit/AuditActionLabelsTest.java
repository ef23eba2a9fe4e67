package vn.chieng.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditActionLabelsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    @Test
    void everyActionHasWordsInBothLanguagesAndACodeOfItsOwn() throws Exception {
        List<AuditAction> actions = actions();
        assertThat(actions).contains(AuditLogAction.values());
        assertThat(actions)
                .extracting(AuditAction::code)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[a-z][a-z-]*\\.[a-z][a-z0-9-]*"));
        for (String language : List.of("_vi.properties", "_en.properties")) {
            assertThat(keys(language))
                    .containsAll(actions.stream()
                            .map(action -> "audit.action." + action.code())
                            .toList());
        }
    }

    private static List<AuditAction> actions() {
        Set<Class<?>> enums = new HashSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.chieng.api")) {
            if (each.isAssignableTo(AuditAction.class) && !each.isInterface()) {
                assertThat(each.isEnum()).as(each.getName() + " is an enum").isTrue();
                enums.add(each.reflect());
            }
        }
        return enums.stream()
                .flatMap(each -> Stream.of(each.getEnumConstants()))
                .map(AuditAction.class::cast)
                .toList();
    }

    private static Set<String> keys(String suffix) throws IOException {
        Set<String> keys = new HashSet<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(suffix)).toList()) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                keys.addAll(properties.stringPropertyNames());
            }
        }
        return keys;
    }
}
