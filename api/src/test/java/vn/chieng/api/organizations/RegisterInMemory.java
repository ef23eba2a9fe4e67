package vn.chieng.api.organizations;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chieng.api.access.Scope;

/** A register without a database: what is written is there at once. */
public final class RegisterInMemory implements OrganizationRegister, OrganizationStore {
    private final Map<String, OrganizationEntry> entries = new LinkedHashMap<>();
    private long version = 1;

    public RegisterInMemory(OrganizationEntry... entries) {
        for (OrganizationEntry entry : entries) {
            this.entries.put(entry.id(), entry);
        }
    }

    @Override
    public List<OrganizationRow> list(OrganizationQuery query, Scope scope) {
        return List.of();
    }

    @Override
    public Map<OrganizationKind, Long> counts(LocalDate day, Scope scope) {
        return Map.of();
    }

    @Override
    public Optional<OrganizationEntry> find(String id, Scope scope) {
        return Optional.ofNullable(entries.get(id)).filter(entry -> scope.covers(entry.id()));
    }

    @Override
    public List<Organization> predecessors(String id, Scope scope) {
        return List.of();
    }

    @Override
    public List<Organization> successors(String id, Scope scope) {
        return List.of();
    }

    @Override
    public List<OrganizationEntry> entries(Scope scope) {
        return entries.values().stream()
                .filter(entry -> scope.covers(entry.id()))
                .toList();
    }

    @Override
    public List<CodeScheme> schemes() {
        return List.of();
    }

    @Override
    public long advance() {
        return version++;
    }

    @Override
    public void add(OrganizationEntry entry) {
        entries.put(entry.id(), entry);
    }

    @Override
    public void change(OrganizationEntry entry) {
        Organization written = entry.organization();
        entries.put(
                entry.id(),
                entry.with(new Organization(
                        written.id(),
                        written.parentId(),
                        written.kind(),
                        written.name(),
                        written.nameEn(),
                        written.outside(),
                        written.validFrom(),
                        written.validTo(),
                        written.note(),
                        written.version() + 1)));
    }

    @Override
    public List<Organization> all() {
        return entries.values().stream().map(OrganizationEntry::organization).toList();
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void seed() {}
}
