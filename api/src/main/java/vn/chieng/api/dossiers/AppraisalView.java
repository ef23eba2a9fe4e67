package vn.chieng.api.dossiers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.evidence.MeasuredEvidences;
import vn.chieng.law.pack.Procedure;

/** What the page of an appraisal shows: the sections at the side, the one that is looked at, and what was asked and found. */
@Component
class AppraisalView {
    private final ReviewStore reviews;
    private final DossierModel model;
    private final DossierMoveList moves;
    private final DossierContext context;
    private final MeasuredEvidences evidences;
    private final SectionComparison comparison;

    AppraisalView(
            ReviewStore reviews,
            DossierModel model,
            DossierMoveList moves,
            DossierContext context,
            MeasuredEvidences evidences,
            SectionComparison comparison) {
        this.reviews = reviews;
        this.model = model;
        this.moves = moves;
        this.context = context;
        this.evidences = evidences;
        this.comparison = comparison;
    }

    /** A section in the list at the side. */
    record Item(
            DossierModel.Task task,
            @Nullable SectionFinding finding,
            @Nullable Integer seen,
            long open,
            List<Remark> remarks) {
        /** Whether the section was saved again after it was looked at. */
        public boolean changed() {
            return seen != null && seen != task.stored().version();
        }
    }

    /** What somebody wants to see: a section, only those that ask for something, and a version to compare with. */
    record Asked(String section, String only, @Nullable Integer from) {}

    String of(DossierContext.Known known, Asked asked, SignedIn caller, Model view) {
        model.head(known, caller, view, model.message("dossiers.review"));
        UUID id = known.dossier().id();
        Map<String, SectionFinding> findings = reviews.findings(id);
        List<Remark> remarks = reviews.remarks(id);
        List<Item> items = model.tasks(known).stream()
                .map(task -> item(task, findings.get(task.section().key()), remarks))
                .toList();
        List<Item> shown =
                items.stream().filter(item -> passes(item, asked.only())).toList();
        Section section = known.sections()
                .find(asked.section())
                .orElseGet(() ->
                        (shown.isEmpty() ? items : shown).getFirst().task().section());
        view.addAttribute("items", shown);
        view.addAttribute("only", asked.only());
        view.addAttribute("counts", counts(items));
        view.addAttribute("section", section);
        view.addAttribute("holding", known.stored(section.key()).content());
        view.addAttribute(
                "files",
                reviews.files(id).stream()
                        .filter(file -> file.belongsTo(section.key()))
                        .toList());
        view.addAttribute("stored", known.stored(section.key()));
        Item current = item(items, section);
        view.addAttribute("current", current);
        view.addAttribute(
                "compared", comparison.of(id, section, known.stored(section.key()), asked.from(), current.seen()));
        view.addAttribute("opinion", opinion(known));
        view.addAttribute("council", reviews.council(id));
        view.addAttribute(
                "seated", reviews.council(id).stream().anyMatch(seat -> seat.accountId() == caller.accountId()));
        view.addAttribute("clocks", context.clocks(known.dossier()));
        view.addAttribute("now", context.now());
        view.addAttribute("moves", moves.of(known, caller));
        view.addAttribute("answers", PlaceLabels.answers(known.pack()));
        view.addAttribute("conflict", known.dossier().course().parties().appraiserOperates());
        view.addAttribute("findings", SectionFinding.Finding.values());
        view.addAttribute(
                "measured",
                section.kind() == Section.Kind.CHECKLIST ? evidences.of(known.subject(), section.items()) : Map.of());
        return "dossiers/review";
    }

    /** The form of the appraiser's opinion, where the route has one. */
    private static @Nullable String opinion(DossierContext.Known known) {
        return known.workflow().steps().all().stream()
                .filter(step -> step.act() == Procedure.Act.APPRAISE)
                .flatMap(step -> Stream.ofNullable(step.form()))
                .findFirst()
                .orElse(null);
    }

    private static Item item(List<Item> items, Section section) {
        return items.stream()
                .filter(item -> item.task().section().equals(section))
                .findFirst()
                .orElseThrow();
    }

    private static Item item(DossierModel.Task task, @Nullable SectionFinding finding, List<Remark> remarks) {
        List<Remark> own = remarks.stream()
                .filter(remark -> remark.section().equals(task.section().key()))
                .toList();
        Integer seen = Stream.concat(
                        Stream.ofNullable(finding).map(SectionFinding::sectionVersion),
                        own.stream()
                                .filter(remark -> remark.state() != Remark.State.NOTE)
                                .map(Remark::sectionVersion))
                .max(Integer::compare)
                .orElse(null);
        long open = own.stream().filter(remark -> remark.state().holdsUp()).count();
        return new Item(task, finding, seen, open, own);
    }

    private static boolean passes(Item item, String only) {
        return switch (only) {
            case "unseen" -> item.finding() == null;
            case "changed" -> item.changed();
            case "open" -> item.open() > 0;
            default -> true;
        };
    }

    private static Map<String, Long> counts(List<Item> items) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String filter : List.of("unseen", "changed", "open")) {
            counts.put(
                    filter.toLowerCase(Locale.ROOT),
                    items.stream().filter(item -> passes(item, filter)).collect(Collectors.counting()));
        }
        return counts;
    }
}
