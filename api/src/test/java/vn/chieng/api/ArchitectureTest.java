package vn.chieng.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.chieng.api.access.Allowed;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.chieng.api");

    @Test
    void everyHandlerMethodStatesWhoMayCallIt() {
        ArchRule rule = methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .or()
                .areAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Allowed.class)
                .because("an endpoint without a stated permission and scope would answer nobody, or worse, everybody");
        rule.check(CLASSES);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from a Clock, so that tests can set it")
                .check(CLASSES);
    }

    @Test
    void noQueryKeepsItsConnectionUntilSomebodyClosesAStream() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .because("an unclosed stream keeps a connection for ever; twelve of them and the console stands still")
                .check(CLASSES);
    }

    @Test
    void theStoreOfAFeatureIsItsOwn() {
        for (String feature : java.util.List.of(
                "audit",
                "identity",
                "incidents",
                "organizations",
                "signin",
                "systems",
                "coverage",
                "clocks",
                "reports",
                "evidence")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("vn.chieng.api." + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("vn.chieng.api." + feature + ".store..")
                    .because("another feature asks the feature, not its tables")
                    .check(CLASSES);
        }
    }

    @Test
    void theRoomsOfIncidentsDependOnEachOtherInOneDirection() {
        SlicesRuleDefinition.slices()
                .matching("vn.chieng.api.incidents.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room that needs the one that needs it is the same room")
                .check(CLASSES);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        ApplicationModules.of(ApiProcess.class).verify();
    }
}
