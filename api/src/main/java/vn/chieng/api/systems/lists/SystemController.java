package vn.chieng.api.systems.lists;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.SystemModel;

/** Systems for programs. */
@RestController
@RequestMapping("/api/v1/systems")
final class SystemController {
    private final SystemLists lists;
    private final SystemModel details;

    SystemController(SystemLists lists, SystemModel details) {
        this.lists = lists;
        this.details = details;
    }

    @GetMapping
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    List<SystemRecord> list(@ModelAttribute SystemListParameters parameters, SignedIn caller) {
        return lists.rows(parameters, caller.scope()).stream()
                .map(SystemRecord::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    SystemRecord one(@PathVariable UUID id, SignedIn caller) {
        return SystemRecord.of(lists.rows(List.of(details.known(id, caller))).getFirst());
    }
}
