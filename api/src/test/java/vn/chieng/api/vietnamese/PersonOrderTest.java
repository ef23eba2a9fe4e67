package vn.chieng.api.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonOrderTest {
    private static final Comparator<String> BY_KEY = Comparator.comparing(PersonOrder::key, Arrays::compareUnsigned);

    @Test
    void peopleAreSortedByTheirGivenNameWhichIsTheLastWord() {
        List<String> inOrder = List.of("Trần Quốc An", "Nguyễn Thị Bình", "Lê Văn Dũng", "Phạm Đức", "Bùi Thị Yến");
        assertThat(inOrder.reversed().stream().sorted(BY_KEY)).containsExactlyElementsOf(inOrder);
    }

    @Test
    void theSameGivenNameIsSortedByTheRestAndTheBareNameComesFirst() {
        assertThat(List.of("Trần An", "Lê An", "An").stream().sorted(BY_KEY)).containsExactly("An", "Lê An", "Trần An");
    }

    @Test
    void dComesBeforeDWithStrokeAsTheVietnameseAlphabetHasIt() {
        assertThat(List.of("Lê Đan", "Lê Dung", "Lê Ân", "Lê Ăn", "Lê An").stream()
                        .sorted(BY_KEY))
                .containsExactly("Lê An", "Lê Ăn", "Lê Ân", "Lê Dung", "Lê Đan");
    }

    @Test
    void decomposedLettersSortAsComposedOnes() {
        assertThat(PersonOrder.key(Normalizer.normalize("Trần Quốc Cường", Normalizer.Form.NFD)))
                .isEqualTo(PersonOrder.key("Trần Quốc Cường"));
    }
}
