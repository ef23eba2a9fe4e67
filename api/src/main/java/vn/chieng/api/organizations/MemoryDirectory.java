package vn.chieng.api.organizations;

import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;

/** The whole tree as one immutable picture, looked at again every few seconds and after each change made here. */
@Component("organizations")
final class MemoryDirectory implements OrganizationDirectory {
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(3);

    private final OrganizationStore store;
    private final Clock clock;
    private volatile @Nullable Picture picture;

    /** Everything as of one version. */
    private record Picture(
            long version,
            Instant lookedAt,
            Map<String, Organization> byId,
            Map<String, Set<String>> subtrees,
            Map<String, Integer> depths,
            Organization root) {}

    MemoryDirectory(OrganizationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Organization> find(String id) {
        return Optional.ofNullable(picture().byId().get(id));
    }

    @Override
    public String name(String id, Locale locale) {
        return find(id).map(organization -> organization.name(locale)).orElse(id);
    }

    @Override
    public Organization root() {
        return picture().root();
    }

    @Override
    public Set<String> subtree(String id) {
        return picture().subtrees().getOrDefault(id, Set.of());
    }

    @Override
    public Scope scope(String id) {
        return root().id().equals(id) ? new Scope.Everything() : new Scope.Organizations(subtree(id));
    }

    @Override
    public List<Organization> within(Scope scope) {
        return picture().byId().values().stream()
                .filter(organization -> scope.covers(organization.id()))
                .toList();
    }

    @Override
    public int depth(String id) {
        return picture().depths().getOrDefault(id, 0);
    }

    /** To be called after a change that this process made has been committed; waits for a look that may have begun before. */
    synchronized void changed() {
        picture = null;
    }

    private Picture picture() {
        Picture current = picture;
        Instant now = clock.instant();
        if (current != null && now.isBefore(current.lookedAt().plus(LOOKED_AT_EVERY))) {
            return current;
        }
        synchronized (this) {
            current = picture;
            if (current != null && now.isBefore(current.lookedAt().plus(LOOKED_AT_EVERY))) {
                return current;
            }
            long version = store.version();
            Picture next = current != null && current.version() == version
                    ? new Picture(version, now, current.byId(), current.subtrees(), current.depths(), current.root())
                    : read(version, now);
            picture = next;
            return next;
        }
    }

    private Picture read(long version, Instant now) {
        Map<@Nullable String, List<Organization>> children = new HashMap<>();
        for (Organization organization : store.all()) {
            children.computeIfAbsent(organization.parentId(), _ -> new ArrayList<>())
                    .add(organization);
        }
        Collator vietnamese = Collator.getInstance(Locale.of("vi"));
        Comparator<Organization> byName = Comparator.comparing(Organization::kind)
                .thenComparing(Organization::name, vietnamese)
                .thenComparing(Organization::id);
        children.values().forEach(siblings -> siblings.sort(byName));
        Organization root = children.getOrDefault(null, List.of()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no organisation without parent"));
        Map<String, Organization> byId = new LinkedHashMap<>();
        Map<String, Integer> depths = new HashMap<>();
        Map<String, Set<String>> subtrees = new HashMap<>();
        Deque<Organization> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Organization next = open.pop();
            byId.put(next.id(), next);
            String parent = next.parentId();
            depths.put(next.id(), parent == null ? 0 : depths.getOrDefault(parent, 0) + 1);
            children.getOrDefault(next.id(), List.of()).reversed().forEach(open::push);
        }
        for (Organization each : byId.values()) {
            for (Organization above = each; above != null; above = parent(above, byId)) {
                subtrees.computeIfAbsent(above.id(), _ -> new TreeSet<>()).add(each.id());
            }
        }
        subtrees.replaceAll((_, ids) -> Set.copyOf(ids));
        return new Picture(
                version, now, Collections.unmodifiableMap(byId), Map.copyOf(subtrees), Map.copyOf(depths), root);
    }

    private static @Nullable Organization parent(Organization organization, Map<String, Organization> byId) {
        return organization.parentId() == null ? null : byId.get(organization.parentId());
    }
}
