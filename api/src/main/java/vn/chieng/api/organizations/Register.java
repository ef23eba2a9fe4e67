package vn.chieng.api.organizations;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All bodies at once, as they are or as they would be, and what is wrong with each of them. */
public final class Register {
    private static final int MOST_NAME = 300;
    private static final int MOST_NOTE = 2000;

    private final String rootId;
    private final Map<String, OrganizationEntry> entries = new LinkedHashMap<>();
    private final Map<String, List<OrganizationEntry>> children = new HashMap<>();
    private final Map<String, List<OrganizationEntry>> holders = new HashMap<>();

    /** The register as it is; it has a root. */
    public Register(Collection<OrganizationEntry> entries) {
        this(
                entries,
                entries.stream()
                        .filter(entry -> entry.organization().parentId() == null)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("there is no organisation without parent"))
                        .id());
    }

    private Register(Collection<OrganizationEntry> all, String rootId) {
        this.rootId = rootId;
        for (OrganizationEntry entry : all) {
            entries.put(entry.id(), entry);
        }
        for (OrganizationEntry entry : entries.values()) {
            String parent = entry.organization().parentId();
            if (parent != null) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(entry);
            }
            for (OrganizationCode code : entry.codes()) {
                holders.computeIfAbsent(code.key(), _ -> new ArrayList<>()).add(entry);
            }
        }
    }

    /** The register with these in place of, or beside, the others. */
    public Register with(Collection<OrganizationEntry> changed) {
        Map<String, OrganizationEntry> all = new LinkedHashMap<>(entries);
        changed.forEach(entry -> all.put(entry.id(), entry));
        return new Register(all.values(), rootId);
    }

    /** The entry of this id. */
    public Optional<OrganizationEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** What stands against this entry among the others; nothing where it can be kept. */
    public List<RegisterProblem> problems(OrganizationEntry entry) {
        List<RegisterProblem> problems = new ArrayList<>();
        Organization organization = entry.organization();
        if (Period.reversed(organization.validFrom(), organization.validTo())) {
            problems.add(RegisterProblem.of("valid_to", Reason.DATES_REVERSED));
        }
        checkTexts(organization, problems);
        checkPlace(organization, problems);
        checkCodes(entry, problems);
        for (String predecessor : entry.predecessors()) {
            if (predecessor.equals(entry.id())) {
                problems.add(RegisterProblem.of("predecessors", Reason.PREDECESSOR_SELF));
            } else if (!entries.containsKey(predecessor)) {
                problems.add(RegisterProblem.of("predecessors", Reason.PREDECESSOR_UNKNOWN, predecessor));
            }
        }
        return problems;
    }

    private static void checkTexts(Organization organization, List<RegisterProblem> problems) {
        if (organization.name().isBlank()) {
            problems.add(RegisterProblem.of("name", Reason.NAME_MISSING));
        } else if (organization.name().length() > MOST_NAME) {
            problems.add(RegisterProblem.of("name", Reason.TEXT_TOO_LONG, String.valueOf(MOST_NAME)));
        }
        String nameEn = organization.nameEn();
        if (nameEn != null && nameEn.length() > MOST_NAME) {
            problems.add(RegisterProblem.of("name_en", Reason.TEXT_TOO_LONG, String.valueOf(MOST_NAME)));
        }
        String note = organization.note();
        if (note != null && note.length() > MOST_NOTE) {
            problems.add(RegisterProblem.of("note", Reason.TEXT_TOO_LONG, String.valueOf(MOST_NOTE)));
        }
    }

    private void checkPlace(Organization organization, List<RegisterProblem> problems) {
        String parentId = organization.parentId();
        if (organization.id().equals(rootId)) {
            if (parentId != null) {
                problems.add(RegisterProblem.of("parent", Reason.ROOT_FIXED));
            }
        } else if (parentId == null) {
            problems.add(RegisterProblem.of("parent", Reason.PARENT_MISSING));
        } else {
            checkParent(organization, parentId, problems);
        }
        long left = children.getOrDefault(organization.id(), List.of()).stream()
                .filter(child -> outlives(child.organization(), organization))
                .count();
        if (left > 0) {
            problems.add(RegisterProblem.of("valid_to", Reason.CHILDREN_LEFT, String.valueOf(left)));
        }
    }

    private void checkParent(Organization organization, String parentId, List<RegisterProblem> problems) {
        OrganizationEntry parent = entries.get(parentId);
        if (parent == null) {
            problems.add(RegisterProblem.of("parent", Reason.PARENT_UNKNOWN, parentId));
            return;
        }
        if (isBelow(parentId, organization.id())) {
            problems.add(RegisterProblem.of("parent", Reason.PARENT_CYCLE));
        } else if (outlives(organization, parent.organization())) {
            problems.add(RegisterProblem.of("parent", Reason.PARENT_ENDED, parentId));
        }
        children.getOrDefault(parentId, List.of()).stream()
                .map(OrganizationEntry::organization)
                .filter(sibling -> !sibling.id().equals(organization.id())
                        && folded(sibling.name()).equals(folded(organization.name()))
                        && Period.overlap(
                                sibling.validFrom(),
                                sibling.validTo(),
                                organization.validFrom(),
                                organization.validTo()))
                .findFirst()
                .ifPresent(sibling -> problems.add(RegisterProblem.of("name", Reason.NAME_TAKEN, sibling.id())));
    }

    private void checkCodes(OrganizationEntry entry, List<RegisterProblem> problems) {
        Set<String> seen = new HashSet<>();
        for (OrganizationCode code : entry.codes()) {
            String words = code.scheme() + "=" + code.value();
            if (!seen.add(code.key())) {
                problems.add(RegisterProblem.of("codes", Reason.CODE_TWICE, words));
            }
            holders.getOrDefault(code.key(), List.of()).stream()
                    .filter(holder -> !holder.id().equals(entry.id())
                            && holder.codes().stream().anyMatch(code::collidesWith))
                    .findFirst()
                    .ifPresent(
                            holder -> problems.add(RegisterProblem.of("codes", Reason.CODE_TAKEN, words, holder.id())));
        }
    }

    /** Whether the one is the other or lies below it; a ring, which only proposed changes can make, ends the walk. */
    private boolean isBelow(String id, String ancestorId) {
        Set<String> passed = new HashSet<>();
        @Nullable String next = id;
        while (next != null && passed.add(next)) {
            if (next.equals(ancestorId)) {
                return true;
            }
            OrganizationEntry entry = entries.get(next);
            next = entry == null ? null : entry.organization().parentId();
        }
        return false;
    }

    private static boolean outlives(Organization one, Organization other) {
        LocalDate end = other.validTo();
        return end != null && (one.validTo() == null || one.validTo().isAfter(end));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
