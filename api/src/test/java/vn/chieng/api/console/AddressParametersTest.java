package vn.chieng.api.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What stands behind the question mark of a list's address. */
class AddressParametersTest {
    private static final AddressParameters ASKED = AddressParameters.NONE
            .and("q", "thư & bảng")
            .and("level", " ")
            .and("state", "valid", "valid")
            .and("kind", "a-b", "usual")
            .and("sort", "name");

    private enum Colour {
        LIGHT_RED,
        BLUE
    }

    @Test
    void whatIsBlankOrUsualIsLeftOut() {
        assertThat(ASKED.values().keySet()).containsExactly("q", "kind", "sort");
        assertThat(AddressParameters.NONE.isEmpty()).isTrue();
    }

    @Test
    void anAddressIsEncodedAndKeepsTheOrder() {
        assertThat(ASKED.at("/rules")).isEqualTo("/rules?q=th%C6%B0%20%26%20b%E1%BA%A3ng&kind=a-b&sort=name");
        assertThat(AddressParameters.NONE.at("/rules")).isEqualTo("/rules");
    }

    @Test
    void oneIsChangedInItsPlaceAndTakenAwayByABlank() {
        assertThat(ASKED.with("kind", "c").at("/x")).endsWith("&kind=c&sort=name");
        assertThat(ASKED.with("kind", "").without("q").at("/x")).isEqualTo("/x?sort=name");
    }

    @Test
    void everyConditionLeadsToTheListWithoutIt() {
        assertThat(ASKED.conditions("/x"))
                .extracting(AddressParameters.Condition::name)
                .containsExactly("q", "kind");
        assertThat(ASKED.conditions("/x").getLast().without())
                .isEqualTo("/x?q=th%C6%B0%20%26%20b%E1%BA%A3ng&sort=name");
    }

    @Test
    void whatNobodyUnderstandsIsRefusedByName() {
        assertThat(AddressParameters.choices("colour", " light-red,Blue ", Colour.class))
                .containsExactly(Colour.LIGHT_RED, Colour.BLUE);
        assertThat(AddressParameters.choice("colour", null, Colour.class)).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressParameters.choice("colour", "green", Colour.class))
                .withMessage("colour");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressParameters.choices("colour", "blue,", Colour.class))
                .withMessage("colour");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressParameters.given("q", "abcd", 3))
                .withMessage("q");
    }
}
