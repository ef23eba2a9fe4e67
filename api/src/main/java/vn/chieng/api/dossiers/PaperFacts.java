package vn.chieng.api.dossiers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.workflow.CourseStep;
import vn.chieng.api.dossiers.workflow.Paper;
import vn.chieng.api.dossiers.workflow.Parties;
import vn.chieng.api.forms.DossierFacts;
import vn.chieng.api.forms.FormFrame;
import vn.chieng.api.forms.FormWords;
import vn.chieng.law.pack.Procedure;

/** What the forms of a dossier say, taken from its sections, its way and its appraisal. */
@Component
class PaperFacts {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final OrganizationNames names;
    private final ReviewStore reviews;
    private final DossierSettings settings;

    PaperFacts(OrganizationNames names, ReviewStore reviews, DossierSettings settings) {
        this.names = names;
        this.reviews = reviews;
        this.settings = settings;
    }

    String name(String organizationId) {
        return names.name(organizationId, VIETNAMESE);
    }

    DossierFacts of(DossierContext.Known known, String form, FormWords words) {
        Procedure.Act act = known.workflow().steps().all().stream()
                .filter(step -> form.equals(step.form()))
                .map(Procedure.Step::act)
                .findFirst()
                .orElse(null);
        SectionContent overview = known.stored(DossierFactsOf.OVERVIEW).content();
        Dossier dossier = known.dossier();
        return new DossierFacts(
                frame(known, act),
                party(overview, "owner", dossier.course().parties().ownerId()),
                party(overview, "operator", dossier.operatorId()),
                systems(known),
                DossierPapers.enclosed(known, reviews.files(dossier.id()), words),
                dossier.flags().isEmpty() ? null : dossier.systemName(),
                known.sections().all().stream()
                        .filter(section -> section.kind() != Section.Kind.CHECKLIST)
                        .map(section -> words.of(section.title()))
                        .toList(),
                appraisal(known, words),
                words.text("forms.proposal-of", String.valueOf(dossier.level()), dossier.systemName()),
                decision(known, words));
    }

    private DossierFacts.Party party(SectionContent overview, String side, String organizationId) {
        String named = overview.text(side + "-name");
        return new DossierFacts.Party(
                named.isEmpty() ? name(organizationId) : named,
                DossierPapers.orNull(overview.text(side + "-representative")),
                null,
                DossierPapers.orNull(overview.text(side + "-address")),
                DossierPapers.orNull(overview.text(side + "-phone")),
                DossierPapers.orNull(overview.text(side + "-e-mail")));
    }

    private static List<DossierFacts.SystemLine> systems(DossierContext.Known known) {
        return known.stored(DossierFactsOf.LEVEL + ".systems").content().rows().stream()
                .map(row -> new DossierFacts.SystemLine(
                        row.cell("name"), row.cell("level"), DossierPapers.orNull(row.cell("ground"))))
                .toList();
    }

    /** Head and foot of a paper: who issues it, to whom, who signs; of the whole dossier where no step is named. */
    FormFrame frame(DossierContext.Known known, Procedure.@Nullable Act act) {
        Parties parties = known.dossier().course().parties();
        String issuer = issuer(known, act);
        Optional<Paper> paper =
                act == null ? Optional.empty() : last(known, act).map(CourseStep::paper);
        SectionContent overview = known.stored(DossierFactsOf.OVERVIEW).content();
        String side = issuer.equals(parties.ownerId()) ? "owner" : "operator";
        String representative = overview.text(side + "-representative");
        boolean speaks = issuer.equals(parties.ownerId()) || issuer.equals(parties.operatorId());
        return new FormFrame(
                null,
                name(issuer),
                null,
                paper.map(Paper::number).orElse(null),
                settings.place(),
                paper.map(Paper::on).orElse(null),
                addressees(known, act),
                List.of(name(parties.ownerId()), name(parties.operatorId())),
                new FormFrame.Signer(List.of(), speaks ? DossierPapers.orNull(representative) : null, null));
    }

    private static String issuer(DossierContext.Known known, Procedure.@Nullable Act act) {
        Parties parties = known.dossier().course().parties();
        if (act == null || act == Procedure.Act.EXPERT_OPINION) {
            return parties.operatorId();
        }
        return known.workflow().steps().hands(act).stream()
                .findFirst()
                .map(side -> switch (side) {
                    case OPERATOR -> parties.operatorId();
                    case OWNER, OUTSIDE -> parties.ownerId();
                    case APPRAISER -> parties.appraiser();
                })
                .orElse(parties.operatorId());
    }

    private List<String> addressees(DossierContext.Known known, Procedure.@Nullable Act act) {
        Parties parties = known.dossier().course().parties();
        if (act == null) {
            return List.of();
        }
        return switch (act) {
            case EXPERT_OPINION -> List.of(name(parties.specialisedUnitId()));
            case WRITE, SUBMIT -> List.of(appraiser(known));
            case COMPLETENESS, APPRAISE, APPROVE -> List.of(name(parties.operatorId()));
            case PROPOSE, LIST, REPORT -> List.of(name(parties.ownerId()));
        };
    }

    /** The appraiser by name; a body outside as the pack calls it. */
    private String appraiser(DossierContext.Known known) {
        if (!known.workflow().steps().outside(Procedure.Act.APPRAISE)) {
            return name(known.dossier().course().parties().appraiser());
        }
        return known.workflow().steps().find(Procedure.Act.APPRAISE).stream()
                .flatMap(step -> step.by().stream())
                .flatMap(actor -> known.pack().procedure().actors().stream()
                        .filter(one -> one.id().equals(actor)))
                .map(actor -> actor.label().vi())
                .findFirst()
                .orElseGet(() -> name(known.dossier().course().parties().appraiser()));
    }

    private DossierFacts.Appraisal appraisal(DossierContext.Known known, FormWords words) {
        Optional<CourseStep> concluded = last(known, Procedure.Act.APPRAISE);
        String conclusion = concluded
                .map(step -> word(known, step.result() == CourseStep.Result.DONE ? "fit" : "not-fit", words)
                        + (step.note() == null || step.note().isBlank() ? "" : ": " + step.note()))
                .orElse(null);
        List<String> opinions = reviews.remarks(known.dossier().id()).stream()
                .filter(remark -> remark.state() != Remark.State.NOTE)
                .map(remark -> reference(known, remark.section(), words) + ": " + remark.text()
                        + (remark.reply() == null ? "" : " → " + remark.reply()))
                .toList();
        return new DossierFacts.Appraisal(
                concluded.map(step -> mark(step, known)).orElse(null),
                DossierPapers.enclosed(known, reviews.files(known.dossier().id()), words),
                List.of(),
                reviews.council(known.dossier().id()).isEmpty()
                        ? words.text("forms.appraised-in-writing")
                        : words.text("forms.appraised-by-council"),
                opinions.isEmpty() ? List.of(words.text("forms.no-remarks")) : opinions,
                conclusion);
    }

    private static String reference(DossierContext.Known known, String section, FormWords words) {
        return known.sections()
                .find(section)
                .map(found -> found.reference(words.of(found.title())))
                .orElse(section);
    }

    private static String word(DossierContext.Known known, String key, FormWords words) {
        return known.pack().dossier().vocabularies().stream()
                .filter(vocabulary -> vocabulary.id().equals("appraisal-conclusion"))
                .flatMap(vocabulary -> vocabulary.words().stream())
                .filter(word -> word.key().equals(key))
                .map(word -> words.of(word.label()))
                .findFirst()
                .orElse(key);
    }

    private DossierFacts.PaperMark mark(CourseStep step, DossierContext.Known known) {
        Paper paper = step.paper();
        LocalDate day =
                LocalDate.ofInstant(step.at(), known.pack().head().days().zone());
        return paper == null
                ? new DossierFacts.PaperMark(null, day, name(step.organizationId()))
                : new DossierFacts.PaperMark(paper.number(), paper.on(), paper.issuer());
    }

    private DossierFacts.Decision decision(DossierContext.Known known, FormWords words) {
        Dossier dossier = known.dossier();
        List<String> duties = List.of(
                words.text("forms.duty-operator", name(dossier.operatorId())),
                words.text("forms.duty-owner", name(dossier.course().parties().ownerId())));
        DossierFacts.PaperMark list =
                last(known, Procedure.Act.LIST).map(step -> mark(step, known)).orElse(null);
        return new DossierFacts.Decision(
                List.of(),
                words.text("forms.plan-of", dossier.systemName(), dossier.number()),
                duties,
                words.text("forms.effect"),
                list);
    }

    private static Optional<CourseStep> last(DossierContext.Known known, Procedure.Act act) {
        return known.dossier()
                .course()
                .last(step -> step.act() == act
                        && (step.result() == CourseStep.Result.DONE || step.result() == CourseStep.Result.REJECTED));
    }
}
