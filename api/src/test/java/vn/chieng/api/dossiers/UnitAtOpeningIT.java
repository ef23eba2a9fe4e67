package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.dossiers.units.UnitAssignment;
import vn.chieng.api.dossiers.units.UnitStore;

/** A dossier is appraised by the unit that its operator had when it was opened. */
class UnitAtOpeningIT extends OwnDossierPages {
    private static final String ANOTHER = "org-so-khcn";

    @Autowired
    private UnitStore units;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from specialised_units").update();
    }

    @Test
    void aDossierTakesTheUnitOfItsOperatorWhenItIsOpenedAndKeepsIt() {
        assertThat(dossier().course().parties().appraiser()).isEqualTo("org-cong-an");
        assertThat(units.assign(
                        new UnitAssignment(
                                own.system.organizationId(),
                                ANOTHER,
                                "QĐ 12/QĐ-UBND",
                                "test",
                                dossier().changedAt(),
                                1),
                        0))
                .isTrue();
        assertThat(dossier().course().parties().appraiser())
                .as("a dossier under way")
                .isEqualTo("org-cong-an");

        open();
        Dossier opened = dossier();
        assertThat(opened.course().parties().specialisedUnitId()).isEqualTo(ANOTHER);
        assertThat(opened.organizationIds()).contains(ANOTHER).doesNotContain("org-cong-an");
        assertThat(text(get(own.writer, ""))).contains("Khoa học và Công nghệ");
    }
}
