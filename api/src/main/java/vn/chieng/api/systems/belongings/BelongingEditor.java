package vn.chieng.api.systems.belongings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAction;
import vn.chieng.api.systems.SystemChanged;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemTransactions;
import vn.chieng.api.systems.SystemTransactions.Edit;
import vn.chieng.api.systems.SystemTransactions.Noted;
import vn.chieng.api.systems.levels.Redetermination;

/** Changes addresses and links of systems. */
@Component
public final class BelongingEditor {
    static final int MOST_ADDRESSES = 500;
    private static final int MOST_TEXT = 500;

    private final SystemTransactions transactions;
    private final BelongingStore belongings;
    private final SystemRegister register;
    private final StatedLinks stated;
    private final Redetermination redetermination;

    BelongingEditor(
            SystemTransactions transactions,
            BelongingStore belongings,
            SystemRegister register,
            StatedLinks stated,
            Redetermination redetermination) {
        this.transactions = transactions;
        this.belongings = belongings;
        this.register = register;
        this.stated = stated;
        this.redetermination = redetermination;
    }

    /** The other end of a link, as typed: a code of the register, or a name. */
    record Other(@Nullable String code, @Nullable String name) {}

    /** Takes a text of one address a line, with a note after a semicolon, in the place of all addresses before. */
    public SystemOutcome replaceAddresses(Edit edit, String text) {
        List<SystemProblem> problems = new ArrayList<>();
        Map<String, SystemAddress> read = new LinkedHashMap<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size() && problems.size() < MOST_ADDRESSES; i++) {
            String line = lines.get(i);
            if (line.isEmpty()) {
                continue;
            }
            String[] parts = line.split(";", 2);
            String note = parts.length > 1 ? parts[1].strip() : "";
            Optional<SystemAddress> address = SystemAddress.read(parts[0], note.isEmpty() ? null : note);
            if (address.isEmpty() || note.length() > MOST_TEXT) {
                problems.add(SystemProblem.of(
                        "addresses", Reason.ADDRESS_UNREADABLE, String.valueOf(i + 1), parts[0].strip()));
            } else {
                read.put(address.get().value(), address.get());
            }
        }
        if (read.size() > MOST_ADDRESSES) {
            problems.add(SystemProblem.of("addresses", Reason.TOO_MANY_ADDRESSES, String.valueOf(MOST_ADDRESSES)));
        }
        return problems.isEmpty()
                ? transactions.change(edit, system -> replace(edit, system, List.copyOf(read.values())))
                : new SystemOutcome.Refused(problems);
    }

    /** The same with addresses that were read before. */
    public SystemOutcome replaceAddresses(Edit edit, List<SystemAddress> addresses) {
        return addresses.size() > MOST_ADDRESSES
                ? SystemOutcome.Refused.of(
                        SystemProblem.of("addresses", Reason.TOO_MANY_ADDRESSES, String.valueOf(MOST_ADDRESSES)))
                : transactions.change(edit, system -> replace(edit, system, addresses));
    }

    private SystemOutcome replace(Edit edit, RegisteredSystem system, List<SystemAddress> addresses) {
        List<String> before = values(belongings.addresses(system.id()));
        belongings.replaceAddresses(system.id(), addresses);
        return transactions.changed(
                system,
                system,
                new Noted(
                        SystemAction.SYSTEM_ADDRESSED,
                        new HashMap<>(Map.of("addresses", before)),
                        new HashMap<>(Map.of("addresses", values(addresses))),
                        null),
                SystemChanged.Change.ADDRESSES,
                edit.by());
    }

    private static List<String> values(List<SystemAddress> addresses) {
        return addresses.stream().map(SystemAddress::value).sorted().toList();
    }

    SystemOutcome addLink(
            Edit edit, Other other, SystemLink.Kind kind, SystemLink.Direction direction, @Nullable String data) {
        String code = other.code();
        @Nullable UUID otherId = null;
        String shown = Objects.requireNonNullElse(other.name(), "");
        if (code != null) {
            Optional<RegisteredSystem> found = register.find(code, edit.by().scope());
            if (found.isEmpty()) {
                return SystemOutcome.Refused.of(SystemProblem.of("other_code", Reason.LINK_UNKNOWN, code));
            }
            otherId = found.get().id();
            shown = code;
            if (otherId.equals(edit.id())) {
                return SystemOutcome.Refused.of(SystemProblem.of("other_code", Reason.LINK_SELF));
            }
        } else if (other.name() == null) {
            return SystemOutcome.Refused.of(SystemProblem.of("other_code", Reason.LINK_UNKNOWN, ""));
        }
        if (shown.length() > MOST_TEXT || (data != null && data.length() > MOST_TEXT)) {
            return SystemOutcome.Refused.of(SystemProblem.of("data", Reason.TEXT_TOO_LONG, String.valueOf(MOST_TEXT)));
        }
        SystemLink link =
                new SystemLink(0, edit.id(), otherId, otherId == null ? other.name() : null, kind, direction, data);
        String name = shown;
        return transactions.change(edit, system -> {
            belongings.addLink(link);
            redetermination.linked(system, name, edit.by());
            return linked(edit, system, Map.of(), Map.of("link", name + " " + direction.code() + " " + kind.code()));
        });
    }

    /** Puts these in the place of all links that the caller may know of. */
    public SystemOutcome replaceLinks(Edit edit, Collection<StatedLink> links) {
        List<SystemProblem> problems = stated.problems(links, null, edit.by().scope());
        return problems.isEmpty()
                ? transactions.change(edit, system -> replaceLinks(edit, system, new LinkedHashSet<>(links)))
                : new SystemOutcome.Refused(problems);
    }

    private SystemOutcome replaceLinks(Edit edit, RegisteredSystem system, Set<StatedLink> links) {
        Map<Long, StatedLink> before = stated.of(system.id(), edit.by().scope());
        if (Set.copyOf(before.values()).equals(links)) {
            return new SystemOutcome.Done(system);
        }
        before.forEach((id, link) -> {
            if (!links.contains(link)) {
                belongings.removeLink(system.id(), id);
            }
        });
        links.stream()
                .filter(link -> !before.containsValue(link))
                .forEach(link -> belongings.addLink(
                        stated.kept(system.id(), link, edit.by().scope())));
        redetermination.linked(system, StatedLink.text(links), edit.by());
        return linked(
                edit,
                system,
                Map.of("links", StatedLink.text(before.values())),
                Map.of("links", StatedLink.text(links)));
    }

    SystemOutcome removeLink(Edit edit, long linkId) {
        return transactions.change(edit, system -> {
            if (!belongings.removeLink(system.id(), linkId)) {
                return new SystemOutcome.Stale(system);
            }
            redetermination.linked(system, String.valueOf(linkId), edit.by());
            return linked(edit, system, Map.of("link", linkId), Map.of());
        });
    }

    private SystemOutcome linked(
            Edit edit, RegisteredSystem system, Map<String, Object> before, Map<String, Object> after) {
        return transactions.changed(
                system,
                system,
                new Noted(SystemAction.SYSTEM_LINKED, new HashMap<>(before), new HashMap<>(after), null),
                SystemChanged.Change.LINKS,
                edit.by());
    }
}
