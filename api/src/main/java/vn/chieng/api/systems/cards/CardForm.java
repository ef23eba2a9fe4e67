package vn.chieng.api.systems.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.systems.Delegation;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;

/** A card as typed. */
public record CardForm(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String beneficiaries,
        @Nullable String operator,
        @Nullable String owner,
        @Nullable String delegate,
        @Nullable String delegateUntil,
        @Nullable String delegationPaper,
        @Nullable String hosting,
        @Nullable String hostingPlace,
        @Nullable String hired,
        @Nullable String contractProvider,
        @Nullable String contractNumber,
        @Nullable String contractSigned,
        @Nullable String contractUntil,
        @Nullable String contractDuties,
        @Nullable String projectStart,
        @Nullable Integer version) {

    /** A card, or what cannot be read of the form. */
    public record Read(@Nullable SystemCard card, List<SystemProblem> problems) {}

    public static CardForm of(SystemCard card, int version) {
        Delegation delegation = card.delegation();
        Hosting.Contract contract = card.hosting().contract();
        return new CardForm(
                card.name(),
                card.purpose(),
                card.beneficiaries(),
                card.operatorId(),
                card.ownerId(),
                delegation == null ? null : delegation.delegateId(),
                delegation == null ? null : Typed.day(delegation.until()),
                delegation == null ? null : delegation.paper(),
                card.hosting().kind().code(),
                card.hosting().place(),
                String.valueOf(card.hosting().hired()),
                contract.provider(),
                contract.number(),
                Typed.day(contract.signedOn()),
                Typed.day(contract.until()),
                contract.dutiesStated() == null ? "" : String.valueOf(contract.dutiesStated()),
                Typed.day(card.projectStart()),
                version);
    }

    public static CardForm blank(@Nullable String operator, @Nullable String owner) {
        return new CardForm(
                null, null, null, operator, owner, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    public CardForm named(@Nullable String other) {
        return new CardForm(
                other,
                purpose,
                beneficiaries,
                operator,
                owner,
                delegate,
                delegateUntil,
                delegationPaper,
                hosting,
                hostingPlace,
                hired,
                contractProvider,
                contractNumber,
                contractSigned,
                contractUntil,
                contractDuties,
                projectStart,
                version);
    }

    int versionOrNone() {
        return version == null ? -1 : version;
    }

    public Read read() {
        List<SystemProblem> problems = new ArrayList<>();
        Optional<Hosting.Kind> kind = Hosting.Kind.of(Typed.text(hosting));
        if (kind.isEmpty()) {
            problems.add(SystemProblem.of("hosting", Reason.CHOICE_UNKNOWN));
        }
        Delegation delegation = delegation(problems);
        boolean isHired = "true".equals(hired);
        Hosting.Contract contract = new Hosting.Contract(
                Typed.orNull(contractProvider),
                Typed.orNull(contractNumber),
                day("contract_signed", contractSigned, problems),
                day("contract_until", contractUntil, problems),
                (contractDuties == null || contractDuties.isBlank()) ? null : Boolean.valueOf(contractDuties));
        LocalDate start = day("project_start", projectStart, problems);
        if (!problems.isEmpty()) {
            return new Read(null, problems);
        }
        return new Read(
                new SystemCard(
                        Typed.text(name),
                        Typed.orNull(purpose),
                        Typed.orNull(beneficiaries),
                        Typed.text(operator),
                        Typed.text(owner),
                        delegation,
                        new Hosting(
                                kind.orElseThrow(),
                                Typed.orNull(hostingPlace),
                                isHired,
                                isHired ? contract : Hosting.Contract.NONE),
                        start),
                List.of());
    }

    private @Nullable Delegation delegation(List<SystemProblem> problems) {
        String id = Typed.orNull(delegate);
        if (id == null) {
            return null;
        }
        LocalDate until = day("delegate_until", delegateUntil, problems);
        if (until == null) {
            if (Typed.text(delegateUntil).isEmpty()) {
                problems.add(SystemProblem.of("delegate_until", Reason.UNTIL_MISSING));
            }
            return null;
        }
        return new Delegation(id, until, Typed.orNull(delegationPaper));
    }

    public static @Nullable LocalDate day(String field, @Nullable String typed, List<SystemProblem> problems) {
        String text = Typed.text(typed);
        LocalDate day = Typed.day(text).orElse(null);
        if (day == null && !text.isEmpty()) {
            problems.add(SystemProblem.of(field, Reason.DATE_UNREADABLE, text));
        }
        return day;
    }
}
