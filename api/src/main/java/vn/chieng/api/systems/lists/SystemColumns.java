package vn.chieng.api.systems.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Delegation;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.belongings.StatedLink;
import vn.chieng.api.systems.belongings.SystemAddress;

/** A system as a row of the public list; the same columns are read by the import, whose profile is documented. */
public final class SystemColumns {
    public static final String CODE = "code";
    public static final String ANSWER = "answer.";
    /** How the number of an input was counted, and for what day. */
    public static final String METHOD = "counted.";

    public static final String AS_OF = "counted_on.";
    /** Hosts and networks, joined by a bar. */
    public static final String ADDRESSES = "addresses";
    /** What the system states of its links, as {@link StatedLink} writes it. */
    public static final String LINKS = "links";
    /** Written to files and left alone when a file is read back. */
    public static final List<String> SHOWN_ONLY = List.of(
            "level",
            "pack",
            "status",
            "status_since",
            "dossier",
            "approved_level",
            "approved_on",
            "by_exception",
            "open_tasks",
            "version");

    public static final List<String> READ = List.of(
            CODE,
            "name",
            "purpose",
            "beneficiaries",
            "operator",
            "owner",
            "delegate",
            "delegate_until",
            "delegation_paper",
            "hosting",
            "hosting_place",
            "hired_service",
            "contract_provider",
            "contract_number",
            "contract_signed",
            "contract_until",
            "contract_duties",
            "project_start",
            ADDRESSES,
            LINKS);

    private SystemColumns() {}

    /** All columns, with those of the answers by the ids of the pack's inputs. */
    static List<String> all(Collection<String> inputs, Collection<String> counted) {
        List<String> columns = new ArrayList<>(READ);
        inputs.forEach(input -> columns.add(ANSWER + input));
        counted.forEach(input -> columns.addAll(List.of(METHOD + input, AS_OF + input)));
        columns.addAll(SHOWN_ONLY);
        return columns;
    }

    /** The columns about one input. */
    public static Stream<String> of(String input) {
        return Stream.of(ANSWER + input, METHOD + input, AS_OF + input);
    }

    static List<@Nullable Object> row(
            SystemLists.Row row,
            Collection<String> inputs,
            Collection<String> counted,
            List<SystemAddress> addresses,
            Collection<StatedLink> links) {
        RegisteredSystem system = row.system();
        SystemCard card = system.card();
        Hosting.Contract contract = card.hosting().contract();
        Delegation delegation = card.delegation();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.<@Nullable Object>asList(
                system.code(),
                card.name(),
                card.purpose(),
                card.beneficiaries(),
                card.operatorId(),
                card.ownerId(),
                delegation == null ? null : delegation.delegateId(),
                delegation == null ? null : delegation.until(),
                delegation == null ? null : delegation.paper(),
                card.hosting().kind().code(),
                card.hosting().place(),
                card.hosting().hired(),
                contract.provider(),
                contract.number(),
                contract.signedOn(),
                contract.until(),
                contract.dutiesStated(),
                card.projectStart(),
                addresses.stream().map(SystemAddress::value).collect(Collectors.joining("|")),
                StatedLink.text(links)));
        inputs.forEach(input -> cells.add(answer(system.inputs(), input)));
        counted.forEach(input -> {
            SystemAnswers.Count count = system.answers().counts().get(input);
            cells.add(count == null ? null : count.method());
            cells.add(count == null ? null : count.asOf());
        });
        ApprovalState.Approval approval = row.approval();
        LocalDate approvedOn = approval == null ? null : approval.approvedOn();
        Integer approvedLevel = approval == null ? null : approval.level();
        cells.addAll(Arrays.<@Nullable Object>asList(
                system.level(),
                system.packVersion() == null ? null : String.valueOf(system.packVersion()),
                system.status().code(),
                system.statusSince(),
                row.phase().code(),
                approvedLevel,
                approvedOn,
                row.exception() != null,
                row.tasks().size(),
                system.version()));
        return cells;
    }

    private static @Nullable Object answer(Map<String, Object> inputs, String input) {
        Object answer = inputs.get(input);
        return answer instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining("|"))
                : answer;
    }
}
