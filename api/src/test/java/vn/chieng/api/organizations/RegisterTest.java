package vn.chieng.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.api.organizations.RegisterProblem.Reason;

class RegisterTest {
    private static final LocalDate END = LocalDate.of(2025, 6, 30);

    private final OrganizationEntry root = Entries.entry("org-root", null, "Tỉnh");
    private final OrganizationEntry finance = Entries.entry("org-finance", "org-root", "Sở Tài chính");
    private final OrganizationEntry office = Entries.entry("org-office", "org-finance", "Văn phòng");
    private final Register register = new Register(List.of(root, finance, office));

    private List<Reason> reasons(OrganizationEntry entry) {
        return register.with(List.of(entry)).problems(entry).stream()
                .map(RegisterProblem::reason)
                .toList();
    }

    @Test
    void whatIsThereHasNoProblems() {
        for (OrganizationEntry entry : List.of(root, finance, office)) {
            assertThat(register.problems(entry)).isEmpty();
        }
    }

    @Test
    void aBodyNeedsANameAndAPlace() {
        assertThat(reasons(Entries.entry("org-new", "org-root", " "))).containsExactly(Reason.NAME_MISSING);
        assertThat(reasons(Entries.entry("org-new", null, "Sở Mới"))).containsExactly(Reason.PARENT_MISSING);
        assertThat(reasons(Entries.entry("org-new", "org-nowhere", "Sở Mới"))).containsExactly(Reason.PARENT_UNKNOWN);
        assertThat(reasons(Entries.entry("org-new", "org-root", "x".repeat(301))))
                .containsExactly(Reason.TEXT_TOO_LONG);
    }

    @Test
    void theRootStaysAndNothingIsBelowItself() {
        assertThat(reasons(Entries.entry("org-root", "org-finance", "Tỉnh"))).contains(Reason.ROOT_FIXED);
        assertThat(reasons(Entries.entry("org-finance", "org-office", "Sở Tài chính")))
                .containsExactly(Reason.PARENT_CYCLE);
        assertThat(reasons(Entries.entry("org-finance", "org-finance", "Sở Tài chính")))
                .contains(Reason.PARENT_CYCLE);
    }

    @Test
    void namesAreUniqueBelowOneBodyWhicheverWayTheyAreComposed() {
        String decomposed = java.text.Normalizer.normalize("SỞ TÀI CHÍNH", java.text.Normalizer.Form.NFD);
        assertThat(reasons(Entries.entry("org-new", "org-root", decomposed))).containsExactly(Reason.NAME_TAKEN);
        assertThat(reasons(Entries.entry("org-new", "org-finance", "Sở Tài chính")))
                .isEmpty();
        OrganizationEntry ended = finance.with(finance.organization().endedOn(END));
        OrganizationEntry later = Entries.entry("org-new", "org-root", "Sở Tài chính");
        Organization from = later.organization();
        OrganizationEntry next = later.with(new Organization(
                from.id(), from.parentId(), from.kind(), from.name(), null, false, END.plusDays(1), null, null, 1));
        assertThat(new Register(List.of(root, ended, next)).problems(next)).isEmpty();
    }

    @Test
    void whatEndsLeavesNobodyBehind() {
        assertThat(reasons(finance.endedOn(END))).containsExactly(Reason.CHILDREN_LEFT);
        assertThat(reasons(office.endedOn(END))).isEmpty();
        OrganizationEntry ended = finance.endedOn(END);
        OrganizationEntry alsoEnded = office.endedOn(END);
        assertThat(new Register(List.of(root, ended, alsoEnded)).problems(alsoEnded))
                .isEmpty();
        assertThat(new Register(List.of(root, ended, office)).problems(office))
                .extracting(RegisterProblem::reason)
                .containsExactly(Reason.PARENT_ENDED);
    }

    @Test
    void daysStandInOrder() {
        Organization finance = this.finance.organization();
        OrganizationEntry reversed = this.office.with(new Organization(
                "org-office", finance.id(), finance.kind(), "Văn phòng", null, false, END.plusDays(1), END, null, 1));
        assertThat(reasons(reversed)).containsExactly(Reason.DATES_REVERSED);
    }

    @Test
    void aCodeIsOneBodysAtATime() {
        OrganizationCode until = new OrganizationCode("qd-20", "H21.05", null, END, null);
        OrganizationCode from = new OrganizationCode("qd-20", "h21.05", END.plusDays(1), null, null);
        OrganizationCode always = new OrganizationCode("qd-20", "H21.05", null, null, null);
        Register held = register.with(List.of(finance.withCodes(List.of(until))));
        OrganizationEntry later = office.withCodes(List.of(from));
        assertThat(held.with(List.of(later)).problems(later)).isEmpty();
        OrganizationEntry same = office.withCodes(List.of(always));
        assertThat(held.with(List.of(same)).problems(same))
                .containsExactly(RegisterProblem.of("codes", Reason.CODE_TAKEN, "qd-20=H21.05", "org-finance"));
        OrganizationEntry twice = office.withCodes(List.of(always, from));
        assertThat(register.with(List.of(twice)).problems(twice))
                .extracting(RegisterProblem::reason)
                .containsExactly(Reason.CODE_TWICE);
    }

    @Test
    void predecessorsAreOtherKnownBodies() {
        assertThat(reasons(office.withPredecessors(Set.of("org-office")))).containsExactly(Reason.PREDECESSOR_SELF);
        assertThat(reasons(office.withPredecessors(Set.of("org-nowhere")))).containsExactly(Reason.PREDECESSOR_UNKNOWN);
        assertThat(reasons(office.withPredecessors(Set.of("org-finance")))).isEmpty();
    }
}
