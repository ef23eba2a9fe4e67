package vn.chieng.api.systems.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.spreadsheets.Sheet;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemFields;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.belongings.StatedLink;
import vn.chieng.api.systems.belongings.SystemAddress;
import vn.chieng.api.systems.cards.CardForm;
import vn.chieng.api.systems.lists.SystemColumns;
import vn.chieng.law.pack.Input;

/** Between the cells of a table and the fields of a system. */
final class ImportCells {
    private static final UUID NOBODY = new UUID(0, 0);

    private ImportCells() {}

    /** The card as the row would have it; blank cells leave the field as it was. */
    static CardForm card(Sheet.Row row, @Nullable SystemCard before) {
        CardForm old = before == null ? CardForm.blank(null, null) : CardForm.of(before, 0);
        return new CardForm(
                cell(row, "name", old.name()),
                cell(row, "purpose", old.purpose()),
                cell(row, "beneficiaries", old.beneficiaries()),
                cell(row, "operator", old.operator()),
                cell(row, "owner", old.owner() == null ? row.cell("operator") : old.owner()),
                cell(row, "delegate", old.delegate()),
                cell(row, "delegate_until", old.delegateUntil()),
                cell(row, "delegation_paper", old.delegationPaper()),
                cell(row, "hosting", old.hosting()),
                cell(row, "hosting_place", old.hostingPlace()),
                cell(row, "hired_service", old.hired()),
                cell(row, "contract_provider", old.contractProvider()),
                cell(row, "contract_number", old.contractNumber()),
                cell(row, "contract_signed", old.contractSigned()),
                cell(row, "contract_until", old.contractUntil()),
                cell(row, "contract_duties", old.contractDuties()),
                cell(row, "project_start", old.projectStart()),
                null);
    }

    /** How and when numbers were counted; blank cells leave it as it was. */
    static Map<String, SystemAnswers.Count> counts(
            Sheet.Row row, List<Input> inputs, Map<String, SystemAnswers.Count> old, List<SystemProblem> problems) {
        Map<String, SystemAnswers.Count> counts = new LinkedHashMap<>(old);
        for (Input input : inputs) {
            String method = row.cell(SystemColumns.METHOD + input.id());
            String day = row.cell(SystemColumns.AS_OF + input.id());
            Optional<LocalDate> asOf = Typed.day(day);
            if (!day.isEmpty() && asOf.isEmpty()) {
                problems.add(SystemProblem.of(SystemColumns.AS_OF + input.id(), Reason.DATE_UNREADABLE, day));
            }
            if (!method.isEmpty() || asOf.isPresent()) {
                SystemAnswers.Count before = old.getOrDefault(input.id(), new SystemAnswers.Count(null, null));
                counts.put(
                        input.id(),
                        new SystemAnswers.Count(
                                method.isEmpty() ? before.method() : method, asOf.orElse(before.asOf())));
            }
        }
        return counts;
    }

    /** The addresses that the row names; null where it names none, so that those there are stay. */
    static @Nullable List<SystemAddress> addresses(Sheet.Row row, List<SystemProblem> problems) {
        String cell = row.cell(SystemColumns.ADDRESSES);
        if (cell.isEmpty()) {
            return null;
        }
        Map<String, SystemAddress> read = new LinkedHashMap<>();
        for (String typed : cell.split("\\|", -1)) {
            SystemAddress.read(typed, null)
                    .ifPresentOrElse(
                            address -> read.put(address.value(), address),
                            () -> problems.add(SystemProblem.of(
                                    SystemColumns.ADDRESSES, Reason.ADDRESS_UNREADABLE, "1", typed.strip())));
        }
        return List.copyOf(read.values());
    }

    /** The links that the row states; null where it states none, so that those there are stay. */
    static @Nullable List<StatedLink> links(Sheet.Row row, List<SystemProblem> problems) {
        String cell = row.cell(SystemColumns.LINKS);
        return cell.isEmpty()
                ? null
                : StatedLink.read(
                        cell,
                        written ->
                                problems.add(SystemProblem.of(SystemColumns.LINKS, Reason.LINK_UNREADABLE, written)));
    }

    private static @Nullable String cell(Sheet.Row row, String column, @Nullable String old) {
        String cell = row.cell(column);
        return cell.isEmpty() ? old : cell;
    }

    static List<ImportLine.Detail> differences(
            @Nullable RegisteredSystem before, SystemCard card, SystemAnswers answers) {
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        RegisteredSystem after = new RegisteredSystem(
                NOBODY,
                "",
                card,
                before == null ? SystemStatus.PLANNED : before.status(),
                before == null ? null : before.statusSince(),
                answers,
                before == null ? null : before.determination(),
                0,
                Instant.EPOCH,
                Instant.EPOCH);
        if (before == null) {
            is.putAll(SystemFields.of(after));
            is.values().removeIf(Objects::isNull);
        } else {
            SystemFields.differences(before, after, was, is);
        }
        List<ImportLine.Detail> details = new ArrayList<>();
        is.forEach((field, value) ->
                details.add(new ImportLine.Detail(field, text(was.get(field)), text(value), null, List.of())));
        return details;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
