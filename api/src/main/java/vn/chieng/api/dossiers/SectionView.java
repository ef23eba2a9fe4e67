package vn.chieng.api.dossiers;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.dossiers.content.Answers;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.evidence.MeasuredEvidences;
import vn.chieng.api.systems.PackWords;

/** What the page of a section shows beside what was typed: grounds, remarks, files, and what was measured. */
@Component
class SectionView {
    private static final int ROWS = 50;
    private static final int BLANK_ROWS = 3;

    private final ReviewStore reviews;
    private final DossierModel model;
    private final MeasuredEvidences evidences;
    private final PackWords packWords;
    private final RandomGenerator random = RandomGenerator.getDefault();

    SectionView(ReviewStore reviews, DossierModel model, MeasuredEvidences evidences, PackWords packWords) {
        this.reviews = reviews;
        this.model = model;
        this.evidences = evidences;
        this.packWords = packWords;
    }

    /** The section as it is stored. */
    String page(DossierContext.Known known, Section section, SignedIn caller, Model view) {
        StoredSection stored = known.stored(section.key());
        return page(known, section, stored.content(), stored.version(), 1, caller, view);
    }

    String page(
            DossierContext.Known known,
            Section section,
            SectionContent content,
            int version,
            int page,
            SignedIn caller,
            Model view) {
        model.head(known, caller, view, model.named(section));
        UUID id = known.dossier().id();
        view.addAttribute("section", section);
        view.addAttribute("basis", packWords.places(section.citations(), known.pack(), DossierModel.locale()));
        view.addAttribute("holding", content);
        view.addAttribute("stored", known.stored(section.key()));
        view.addAttribute("version", version);
        view.addAttribute("missing", section.missing(content));
        view.addAttribute("next", DossierModel.next(known, section).orElse(null));
        view.addAttribute("answers", PlaceLabels.answers(known.pack()));
        view.addAttribute("answerColumns", Answers.COLUMNS);
        view.addAttribute(
                "remarks",
                reviews.remarks(id).stream()
                        .filter(remark -> remark.section().equals(section.key()))
                        .toList());
        List<DossierFile> files = reviews.files(id).stream()
                .filter(file -> file.belongsTo(section.key()))
                .toList();
        view.addAttribute("files", files);
        view.addAttribute(
                "provided",
                files.stream().map(DossierFile::item).filter(Objects::nonNull).collect(Collectors.toSet()));
        if (section.kind() == Section.Kind.CHECKLIST) {
            view.addAttribute("measured", evidences.of(known.subject(), section.items()));
        }
        rows(section, content, page, view);
        return "dossiers/section";
    }

    private void rows(Section section, SectionContent content, int page, Model view) {
        List<SectionContent.Row> all = content.rows();
        int pages = Math.max(1, Math.ceilDiv(all.size(), ROWS));
        int number = Math.clamp(page, 1, pages);
        List<SectionContent.Row> shown = new ArrayList<>(
                all.subList(Math.min(all.size(), (number - 1) * ROWS), Math.min(all.size(), number * ROWS)));
        int held = shown.size();
        if (section.kind() == Section.Kind.TABLE) {
            for (int i = 0; i < BLANK_ROWS; i++) {
                shown.add(new SectionContent.Row(freshKey(), Map.of()));
            }
        }
        view.addAttribute("rows", shown);
        view.addAttribute("first", (number - 1) * ROWS);
        view.addAttribute("held", held);
        view.addAttribute("page", number);
        view.addAttribute("pagination", new Pagination("?", held, all.size(), ROWS, number));
    }

    /** A key for a row that is not there yet, so that saving twice does not add it twice. */
    private String freshKey() {
        return HexFormat.of().toHexDigits(random.nextInt());
    }
}
