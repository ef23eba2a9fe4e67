package vn.chieng.api.systems.belongings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemRegister;

/** Links as tables state them, as far as a reader may know of the other end; links with ends beyond the scope are passed over. */
@Component
public final class StatedLinks {
    static final int MOST_LINKS = 200;
    static final int MOST_TEXT = 500;
    private static final String FIELD = "links";

    private final BelongingStore belongings;
    private final SystemRegister register;

    StatedLinks(BelongingStore belongings, SystemRegister register) {
        this.belongings = belongings;
        this.register = register;
    }

    /** What these systems state themselves, by system and then by the number of the link. */
    public Map<UUID, Map<Long, StatedLink>> of(Collection<UUID> systemIds, Scope scope) {
        List<SystemLink> own = belongings.ownLinks(systemIds);
        Map<UUID, String> codes = register
                .findAll(
                        own.stream()
                                .map(SystemLink::otherId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList(),
                        scope)
                .stream()
                .collect(Collectors.toMap(RegisteredSystem::id, RegisteredSystem::code));
        Map<UUID, Map<Long, StatedLink>> stated = new LinkedHashMap<>();
        own.forEach(link -> stated(link, codes)
                .ifPresent(each -> stated.computeIfAbsent(link.systemId(), _ -> new LinkedHashMap<>())
                        .put(link.id(), each)));
        return stated;
    }

    /** What one system states. */
    public Map<Long, StatedLink> of(UUID systemId, Scope scope) {
        return of(List.of(systemId), scope).getOrDefault(systemId, Map.of());
    }

    private static Optional<StatedLink> stated(SystemLink link, Map<UUID, String> codes) {
        UUID otherId = link.otherId();
        return otherId != null && !codes.containsKey(otherId)
                ? Optional.empty()
                : Optional.of(new StatedLink(
                        link.kind(),
                        link.direction(),
                        otherId == null ? null : codes.get(otherId),
                        link.otherName(),
                        link.data()));
    }

    /** What speaks against these as the links of the system of that code, which is null where it is new. */
    public List<SystemProblem> problems(Collection<StatedLink> links, @Nullable String ownCode, Scope scope) {
        List<SystemProblem> problems = new ArrayList<>();
        if (links.size() > MOST_LINKS) {
            problems.add(SystemProblem.of(FIELD, Reason.TOO_MANY_LINKS, String.valueOf(MOST_LINKS)));
        }
        for (StatedLink link : links) {
            String code = link.code();
            if (code != null && code.equals(ownCode)) {
                problems.add(SystemProblem.of(FIELD, Reason.LINK_SELF));
            } else if (code != null && register.find(code, scope).isEmpty()) {
                problems.add(SystemProblem.of(FIELD, Reason.LINK_UNKNOWN, code));
            }
            if (tooLong(link.name()) || tooLong(link.data())) {
                problems.add(SystemProblem.of(FIELD, Reason.TEXT_TOO_LONG, String.valueOf(MOST_TEXT)));
            }
        }
        return problems;
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > MOST_TEXT;
    }

    /** As the register keeps it. */
    SystemLink kept(UUID systemId, StatedLink link, Scope scope) {
        String code = link.code();
        UUID otherId = code == null
                ? null
                : register.find(code, scope).map(RegisteredSystem::id).orElseThrow();
        return new SystemLink(0, systemId, otherId, link.name(), link.kind(), link.direction(), link.data());
    }
}
