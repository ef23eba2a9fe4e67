package vn.chieng.api.dossiers;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.units.SpecialisedUnits;
import vn.chieng.api.forms.FormWords;
import vn.chieng.law.pack.Procedure;

/** What the pages of one dossier show; a dossier outside the scope looks like none. */
@Component
class DossierModel {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final DossierContext context;
    private final ReviewStore reviews;
    private final DossierMoveList moves;
    private final DossierSeals seals;
    private final RefusalWords words;
    private final SpecialisedUnits units;
    private final MessageSource messages;

    DossierModel(
            DossierContext context,
            ReviewStore reviews,
            DossierMoveList moves,
            DossierSeals seals,
            RefusalWords words,
            SpecialisedUnits units,
            MessageSource messages) {
        this.context = context;
        this.reviews = reviews;
        this.moves = moves;
        this.seals = seals;
        this.words = words;
        this.units = units;
        this.messages = messages;
    }

    /** A line of the task list. */
    record Task(Section section, String heading, StoredSection stored, Standing standing, int remarks, int missing) {}

    /** How far a section is. */
    enum Standing {
        NOT_STARTED("quiet"),
        IN_PROGRESS("active"),
        SUPPLEMENT("late"),
        DONE("good");

        private final String tone;

        Standing(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    DossierContext.Known known(UUID id, SignedIn caller) {
        return context.find(id, caller).orElseThrow(DossierModel::none);
    }

    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What every page about one dossier has. */
    void head(DossierContext.Known known, SignedIn caller, Model model, @Nullable String step) {
        Dossier dossier = known.dossier();
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb("/dossiers", message("dossiers.list.title")));
        crumbs.add(new Crumb("/dossiers/" + dossier.id(), dossier.number()));
        if (step != null) {
            crumbs.add(new Crumb("", step));
        }
        model.addAttribute("crumbs", crumbs);
        model.addAttribute("dossier", dossier);
        model.addAttribute("words", FormWords.in(FormWords.language(locale())));
        model.addAttribute("marking", message("dossiers.label." + dossier.label()));
        boolean writes = caller.may(Permission.DOSSIERS_WRITE)
                && dossier.state().editable()
                && caller.scope().covers(dossier.operatorId());
        model.addAttribute("writes", writes);
        model.addAttribute("appraises", appraises(dossier, caller));
        model.asMap().putIfAbsent("errors", List.of());
    }

    private static boolean appraises(Dossier dossier, SignedIn caller) {
        return caller.may(Permission.DOSSIERS_APPRAISE)
                && dossier.state().withAppraiser()
                && dossier.course().parties().appraiser().equals(caller.organizationId())
                && !dossier.course().parties().appraiserOperates();
    }

    /** The page with all that is to be done, and what may be done now. */
    String page(DossierContext.Known known, SignedIn caller, Model model) {
        head(known, caller, model, null);
        Dossier dossier = known.dossier();
        List<Task> tasks = tasks(known);
        model.addAttribute("tasks", tasks);
        model.addAttribute(
                "parts",
                tasks.stream()
                        .filter(task -> task.section().kind() != Section.Kind.CHECKLIST)
                        .collect(Collectors.groupingBy(Task::heading, LinkedHashMap::new, Collectors.toList())));
        List<Task> checklist = tasks.stream()
                .filter(task -> task.section().kind() == Section.Kind.CHECKLIST)
                .toList();
        model.addAttribute("checklist", checklist);
        model.addAttribute(
                "required",
                checklist.stream()
                        .mapToInt(task -> task.section().items().size())
                        .sum());
        model.addAttribute(
                "answered",
                checklist.stream()
                        .mapToInt(task -> task.section().items().size() - task.missing())
                        .sum());
        model.addAttribute("clocks", context.clocks(dossier));
        model.addAttribute("now", context.now());
        model.addAttribute("moves", moves.of(known, caller));
        model.addAttribute("waiting", moves.waitingFor(known));
        model.addAttribute("forms", DossierPapers.forms(known));
        model.addAttribute("files", reviews.files(dossier.id()));
        model.addAttribute(
                "places",
                tasks.stream().collect(Collectors.toMap(task -> task.section().key(), task -> named(task.section()))));
        model.addAttribute("appointed", units.of(dossier.operatorId()));
        model.addAttribute("intact", seals.intact(known).orElse(null));
        model.addAttribute("gates", gates(known));
        model.addAttribute(
                "openRemarks",
                reviews.remarks(dossier.id()).stream()
                        .filter(remark -> remark.state() == Remark.State.OPEN)
                        .toList());
        return "dossiers/detail";
    }

    /** How the page refers to a section. */
    String named(Section section) {
        return section.reference(
                section.kind() == Section.Kind.STATEMENTS
                        ? message("dossiers.statements")
                        : FormWords.in(FormWords.language(locale())).of(section.title()));
    }

    private List<RefusalWords.Shut> gates(DossierContext.Known known) {
        Procedure.Before before = known.dossier().state().withWriter()
                ? Procedure.Before.SUBMISSION
                : known.dossier().state().withAppraiser() ? Procedure.Before.APPRAISAL : Procedure.Before.APPROVAL;
        return known.dossier().state().open()
                ? words.shut(known.workflow().gates().check(known.dossier().course(), context.situation(known), before))
                : List.of();
    }

    List<Task> tasks(DossierContext.Known known) {
        Map<String, Long> remarks = reviews.remarks(known.dossier().id()).stream()
                .filter(remark -> remark.state() == Remark.State.OPEN)
                .collect(Collectors.groupingBy(Remark::section, Collectors.counting()));
        return known.sections().all().stream()
                .map(section -> task(
                        known, section, remarks.getOrDefault(section.key(), 0L).intValue()))
                .toList();
    }

    private Task task(DossierContext.Known known, Section section, int remarks) {
        StoredSection stored = known.stored(section.key());
        int missing = section.missing(stored.content()).size();
        Standing standing = remarks > 0
                ? Standing.SUPPLEMENT
                : stored.version() == 0
                        ? Standing.NOT_STARTED
                        : missing == 0 && (stored.done() || section.kind() == Section.Kind.CHECKLIST)
                                ? Standing.DONE
                                : Standing.IN_PROGRESS;
        String heading = section.part() == null
                ? message("dossiers.statements")
                : FormWords.in(FormWords.language(locale())).of(section.part().title());
        return new Task(section, heading, stored, standing, remarks, missing);
    }

    /** Puts reasons above a form, each linked to its input. */
    void refused(DossierOutcome<?> outcome, Model model) {
        List<FieldProblem> problems = switch (outcome) {
            case DossierOutcome.Refused<?>(List<DossierOutcome.Flaw> flaws) ->
                flaws.stream()
                        .map(flaw -> new FieldProblem(flaw.place(), words.of(flaw, locale())))
                        .toList();
            case DossierOutcome.NotAllowed<?>(var why) ->
                words.of(why, locale()).stream()
                        .map(text -> new FieldProblem("moves", text))
                        .toList();
            case DossierOutcome.Stale<?> _ -> List.of(new FieldProblem("moves", message("dossiers.stale")));
            case DossierOutcome.Clashing<?> _ -> List.of(new FieldProblem("section", message("dossiers.clash.title")));
            case DossierOutcome.Unknown<?> _ -> throw none();
            case DossierOutcome.Done<?> _ -> List.of();
        };
        model.addAttribute("errors", problems);
    }

    /** The HTTP status that goes with an outcome. */
    static HttpStatus status(DossierOutcome<?> outcome) {
        return switch (outcome) {
            case DossierOutcome.Done<?> _ -> HttpStatus.OK;
            case DossierOutcome.Refused<?> _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DossierOutcome.NotAllowed<?> _, DossierOutcome.Clashing<?> _, DossierOutcome.Stale<?> _ ->
                HttpStatus.CONFLICT;
            case DossierOutcome.Unknown<?> _ -> HttpStatus.NOT_FOUND;
        };
    }

    Section section(DossierContext.Known known, String key) {
        return known.sections().find(key).orElseThrow(DossierModel::none);
    }

    /** The section after this one, where there is one. */
    static Optional<Section> next(DossierContext.Known known, Section section) {
        List<Section> all = known.sections().all();
        int place = all.indexOf(section);
        return place + 1 < all.size() ? Optional.of(all.get(place + 1)) : Optional.empty();
    }

    String message(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
