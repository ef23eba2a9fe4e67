package vn.chieng.api.systems.lists;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryProblem;
import vn.chieng.api.systems.SystemListFields;
import vn.chieng.api.systems.SystemModel;

/** Systems for programs. */
@RestController
@RequestMapping("/api/v1/systems")
final class SystemController {
    private final SystemLists lists;
    private final SystemModel details;
    private final QueryWords words;

    SystemController(SystemLists lists, SystemModel details, QueryWords words) {
        this.lists = lists;
        this.details = details;
        this.words = words;
    }

    @GetMapping
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = SystemRecord.class))))
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> list(@ModelAttribute SystemListParameters parameters, SignedIn caller) {
        return switch (lists.parsed(parameters)) {
            case ParsedQuery.Wrong(QueryProblem problem) -> words.refused(problem);
            case ParsedQuery.Understood(Query asked, var _) ->
                ResponseEntity.ok(lists.rows(parameters, asked, caller.scope()).stream()
                        .map(SystemRecord::of)
                        .toList());
        };
    }

    @GetMapping("/completions")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    Completion complete(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int caret,
            SignedIn caller,
            Locale locale) {
        return Completion.of(
                q, caret, SystemListFields.ALL, (field, begun) -> lists.offered(field, begun, caller.scope(), locale));
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    SystemRecord one(@PathVariable UUID id, SignedIn caller) {
        return SystemRecord.of(lists.rows(List.of(details.known(id, caller))).getFirst());
    }
}
