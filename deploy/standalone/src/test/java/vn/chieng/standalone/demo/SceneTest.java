package vn.chieng.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SceneTest {

    private static final List<String> TEMPLATES =
            List.of("{\"template\":\"line\",\"syslog\":\"rfc5424\",\"over\":\"udp\",\"facility\":1,\"severity\":6,"
                    + "\"app\":\"a\",\"text\":\"hello {who}\"}");

    @Test
    void theShippedSceneReadsAndLastsAboutTenMinutes() {
        assertThat(Scene.shipped().length()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
    }

    @Test
    void theShippedSceneHasTwentyCommunesAndTwoDepartmentsWithAnAddressEach() {
        List<Organization> organizations = Organizations.shipped();

        assertThat(organizations)
                .filteredOn(each -> each.kind() == Organization.Kind.COMMUNE)
                .hasSize(20);
        assertThat(organizations)
                .filteredOn(each -> each.kind() == Organization.Kind.DEPARTMENT)
                .hasSize(2);
        assertThat(organizations.stream().map(Organization::address)).doesNotHaveDuplicates();
    }

    @Test
    void everySenderOfTheShippedSceneIsAnOrganisationOfTheTable() {
        Set<String> ids = Organizations.shipped().stream().map(Organization::id).collect(Collectors.toSet());
        Set<String> senders = new TreeSet<>();
        Scene scene = Scene.shipped();
        scene.steps().forEach(step -> step.action().organizationId().ifPresent(senders::add));
        scene.traffic().forEach(traffic -> traffic.action().organizationId().ifPresent(senders::add));

        assertThat(ids).containsAll(senders);
    }

    @Test
    void theIntrusionGuessesThirtyTimesBeforeItSucceedsWithinTwentySeconds() {
        List<Scene.Cue> cues = Scene.shipped().cues();
        Scene.Cue success = cues.stream()
                .filter(cue -> cue.action().template().name().equals("ssh-accepted"))
                .findFirst()
                .orElseThrow();

        assertThat(success.at()).isLessThan(Duration.ofSeconds(20));
        assertThat(cues.subList(0, cues.indexOf(success)))
                .filteredOn(cue ->
                        cue.action().values().getOrDefault("ip", List.of()).contains("203.0.113.77"))
                .hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void cuesComeInTheOrderOfTime() {
        List<Duration> times =
                Scene.shipped().cues().stream().map(Scene.Cue::at).toList();

        assertThat(times).isSorted();
    }

    @Test
    void aStepThatFillsNothingIntoAPlaceholderIsRefusedWithItsLine() {
        String step = "{\"at\":\"PT1S\",\"step\":\"line\",\"host\":\"h\"}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SceneReader().read(TEMPLATES, List.of(step)))
                .withMessageContaining("{who}")
                .withMessageContaining(step);
    }

    @Test
    void aStepWithoutItsTemplateIsRefused() {
        String step = "{\"at\":\"PT1S\",\"step\":\"other\",\"host\":\"h\"}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SceneReader().read(TEMPLATES, List.of(step)))
                .withMessageContaining("no template other");
    }

    @Test
    void commentsAndEmptyLinesAreLeftOut() {
        assertThat(SceneResource.content("# a comment\n\n{}\n")).containsExactly("{}");
    }
}
