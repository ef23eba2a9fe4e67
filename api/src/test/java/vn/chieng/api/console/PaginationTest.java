package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaginationTest {

    @Test
    void linksToTheEndsAndTheNeighboursAndMarksTheGaps() {
        assertThat(new Pagination("/incidents", 50, 1204, 50, 10).links())
                .containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 25);
    }

    @Test
    void anEmptyListIsOnePage() {
        assertThat(new Pagination("/incidents", 0, 0, 50, 1).links()).containsExactly(1);
    }

    @Test
    void keepsTheFiltersOfTheList() {
        assertThat(new Pagination("/incidents?q=a%20b&page=1", 50, 120, 50, 1).path(3))
                .isEqualTo("/incidents?q=a%20b&page=3");
    }
}
