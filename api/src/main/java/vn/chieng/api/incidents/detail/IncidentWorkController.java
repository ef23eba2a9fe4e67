package vn.chieng.api.incidents.detail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Classification;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.Handlers;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentFacts;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Pap;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.incidents.presence.Watching;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.law.pack.AnswersToFacts;
import vn.chieng.law.pack.LawPack;

/** Work on one incident as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
final class IncidentWorkController {
    private final IncidentStore store;
    private final IncidentWork work;
    private final IncidentFacts facts;
    private final SystemRegister systems;
    private final Handlers handlers;
    private final Watching watching;
    private final WorkAnswers answers;
    private final Problems problems;

    /** The version the caller saw. */
    record Seen(int version) {}

    /** A move as {@link Move} has it. */
    record MoveBody(
            int version,
            @Nullable IncidentState to,
            @Nullable CloseReason reason,
            @Nullable String note,
            @Nullable String group,
            @Nullable String cause,
            @Nullable String causeUnknown) {}

    /** Who shall handle it; null: nobody. */
    record Assigning(int version, @Nullable Long account) {}

    /** A severity, and why. */
    record SeverityBody(
            int version,
            @Nullable Severity severity,
            @Nullable String note) {}

    /** What is left out stays as it is. */
    record ClassificationBody(
            int version,
            @Nullable String group,
            @Nullable List<String> techniques,
            @Nullable Tlp tlp,
            @Nullable Pap pap,
            @Nullable Map<String, String> answers,
            @Nullable UUID systemId) {}

    /** A comment. */
    record Comment(@Nullable String text) {}

    /** Whether to be told of it. */
    record Watch(@Nullable Boolean watch) {}

    IncidentWorkController(
            IncidentStore store,
            IncidentWork work,
            IncidentFacts facts,
            SystemRegister systems,
            Handlers handlers,
            Watching watching,
            WorkAnswers answers,
            Problems problems) {
        this.store = store;
        this.work = work;
        this.facts = facts;
        this.systems = systems;
        this.handlers = handlers;
        this.watching = watching;
        this.answers = answers;
        this.problems = problems;
    }

    @PostMapping("/acknowledge")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> acknowledge(@PathVariable long id, @RequestBody Seen seen, SignedIn caller) {
        return answers.json(
                work.move(id, Move.acknowledge(seen.version()), caller),
                Map.of("version", seen.version(), "state", IncidentState.VERIFYING));
    }

    @PostMapping("/moves")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> move(@PathVariable long id, @RequestBody MoveBody body, SignedIn caller) {
        IncidentState to = body.to();
        if (to == null) {
            return known(id, "to", caller);
        }
        Move move;
        try {
            move = new Move(
                    to, body.version(), body.reason(), body.note(), body.group(), body.cause(), body.causeUnknown());
        } catch (IllegalArgumentException e) {
            return known(id, String.valueOf(e.getMessage()), caller);
        }
        return answers.json(work.move(id, move, caller), Map.of("version", body.version(), "state", to));
    }

    @PostMapping("/undo")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> undo(@PathVariable long id, @RequestBody Seen seen, SignedIn caller) {
        return answers.json(work.undo(id, seen.version(), caller), Map.of("version", seen.version()));
    }

    @PostMapping("/assignee")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> assign(@PathVariable long id, @RequestBody Assigning body, SignedIn caller) {
        Long account = body.account();
        Handler to = account == null ? null : handlers.find(account).orElse(null);
        if (account != null && to == null) {
            return known(id, "account", caller);
        }
        return answers.json(work.assign(id, body.version(), to, caller), Map.of("version", body.version()));
    }

    @PostMapping("/severity")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> severity(@PathVariable long id, @RequestBody SeverityBody body, SignedIn caller) {
        Severity severity = body.severity();
        String note = body.note();
        if (severity == null || note == null || note.isBlank() || note.length() > Move.MAX_NOTE) {
            return known(id, severity == null ? "severity" : "note", caller);
        }
        return answers.json(
                work.severity(id, body.version(), severity, note, caller),
                Map.of("version", body.version(), "severity", severity));
    }

    @PostMapping("/classification")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> classify(@PathVariable long id, @RequestBody ClassificationBody body, SignedIn caller) {
        var found = store.find(id, Reader.of(caller));
        if (found.isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        try {
            Classification wanted = classification(found.get(), body, caller);
            return answers.json(work.classify(id, body.version(), wanted, caller), Map.of("version", body.version()));
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private Classification classification(Incident incident, ClassificationBody body, SignedIn caller) {
        Classification old = incident.classification();
        Map<String, String> given = new HashMap<>(old.answers());
        Map<String, String> more = body.answers();
        if (more != null) {
            given.putAll(more);
        }
        LawPack pack = facts.pack(incident.detectedAt()).orElse(null);
        if (more != null
                && (pack == null
                        || !AnswersToFacts.read(facts.questions(pack), more)
                                .wrong()
                                .isEmpty())) {
            throw new IllegalArgumentException("answers");
        }
        UUID system = body.systemId();
        if (system != null && systems.find(system, caller.scope()).isEmpty()) {
            throw new IllegalArgumentException("systemId");
        }
        String group = body.group();
        List<String> techniques = body.techniques();
        Tlp tlp = body.tlp();
        Pap pap = body.pap();
        return new Classification(
                group == null ? old.group() : group,
                techniques == null ? old.techniques() : techniques,
                tlp == null ? old.tlp() : tlp,
                pap == null ? old.pap() : pap,
                given,
                pack == null ? old.lawPack() : pack.version().toString(),
                system == null ? old.systemId() : system);
    }

    @PostMapping("/watch")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> watch(@PathVariable long id, @RequestBody Watch body, SignedIn caller) {
        return watching.watch(id, !Boolean.FALSE.equals(body.watch()), caller)
                ? ResponseEntity.noContent().build()
                : problems.response(ProblemType.NOT_FOUND);
    }

    @PostMapping("/comments")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> comment(@PathVariable long id, @RequestBody Comment comment, SignedIn caller) {
        String text = comment.text();
        if (text == null || text.isBlank() || text.length() > Move.MAX_NOTE) {
            return known(id, "text", caller);
        }
        return store.comment(id, text, caller)
                ? ResponseEntity.noContent().build()
                : problems.response(ProblemType.NOT_FOUND);
    }

    /** What is wrong with the body of somebody who may know the incident. */
    private ResponseEntity<?> known(long id, String wrong, SignedIn caller) {
        return store.find(id, Reader.of(caller)).isPresent()
                ? problems.response(ProblemType.BAD_REQUEST, wrong)
                : problems.response(ProblemType.NOT_FOUND);
    }
}
