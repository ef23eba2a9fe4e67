package vn.chieng.event.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FruitlessTextsTest {
    private static final int LONGEST = 70;

    private final Random random = new Random(7);
    private final FruitlessTexts fruitless = new FruitlessTexts(random, 10);

    @Test
    void aTextHasOneMarkWhereverItStands() {
        byte[] text = bytes(LONGEST);
        for (int length = 0; length <= LONGEST; length++) {
            long mark = fruitless.mark(1, text, 0, length);
            for (int offset = 1; offset < 20; offset++) {
                byte[] json = bytes(offset + length + offset);
                System.arraycopy(text, 0, json, offset, length);
                assertThat(fruitless.mark(1, json, offset, offset + length)).isEqualTo(mark);
            }
        }
    }

    @Test
    void everyBitTheLengthAndTheWayTellTextsApart() {
        Set<Long> marks = new HashSet<>();
        int texts = 0;
        for (int length = 0; length <= LONGEST; length++) {
            byte[] text = new byte[length];
            marks.add(fruitless.mark(1, text, 0, length));
            marks.add(fruitless.mark(2, text, 0, length));
            texts += 2;
            for (int bit = 0; bit < length * Byte.SIZE; bit++) {
                byte[] other = text.clone();
                other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                marks.add(fruitless.mark(1, other, 0, length));
                texts++;
            }
        }
        assertThat(marks).hasSize(texts);
    }

    @Test
    void whatIsKeptIsForgottenWhenItIsCleared() {
        byte[] text = bytes(LONGEST);
        long mark = fruitless.mark(1, text, 0, LONGEST);
        assertThat(fruitless.holds(mark)).isFalse();
        fruitless.keep(mark);
        assertThat(fruitless.holds(fruitless.mark(1, text, 0, LONGEST))).isTrue();
        fruitless.clear();
        assertThat(fruitless.holds(fruitless.mark(1, text, 0, LONGEST))).isFalse();
    }

    @Test
    void anotherProcessMarksTheSameTextOtherwise() {
        byte[] text = bytes(LONGEST);
        byte[] same = Arrays.copyOf(text, LONGEST);
        assertThat(new FruitlessTexts(random, 10).mark(1, same, 0, LONGEST))
                .isNotEqualTo(fruitless.mark(1, text, 0, LONGEST));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
