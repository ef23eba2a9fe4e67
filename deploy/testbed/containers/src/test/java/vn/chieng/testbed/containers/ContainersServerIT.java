package vn.chieng.testbed.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class ContainersServerIT {

    @Test
    void namesAllThreeServers() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "SKIPPED: Docker does not answer, so the containers for tests are not tested");

        assertThat(ContainersServer.start()).hasSize(5);
    }
}
