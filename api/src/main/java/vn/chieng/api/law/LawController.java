package vn.chieng.api.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.Query;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Words;
import vn.chieng.law.reading.PackReader;

/** The packs as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/law")
final class LawController {
    private final CurrentLaw law;
    private final PackRules rules;
    private final Problems problems;

    LawController(CurrentLaw law, PackRules rules, Problems problems) {
        this.law = law;
        this.rules = rules;
        this.problems = problems;
    }

    /** A version of a pack. */
    record Summary(
            String pack,
            String version,
            Words title,
            boolean readOnly,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            int rules) {
        static Summary of(LawPack pack) {
            return new Summary(
                    pack.head().pack(),
                    pack.head().version(),
                    pack.head().title(),
                    pack.head().readOnly(),
                    pack.head().effectiveFrom(),
                    pack.head().effectiveTo(),
                    pack.rules().size());
        }
    }

    /** All versions of all packs. */
    record Listed(List<Summary> items, int total) {
        Listed {
            items = List.copyOf(items);
        }
    }

    /** A rule with its basis. */
    record Body(
            String id,
            String theme,
            String section,
            List<Words> words,
            List<String> cite,
            String citation,
            String mark,
            String status,
            String reliance,
            LocalDate from,
            @Nullable LocalDate to,
            Basis.@Nullable Verification verified) {
        static Body of(String theme, RuleView rule) {
            Basis basis = rule.basis();
            return new Body(
                    rule.id(),
                    theme,
                    rule.section(),
                    rule.words(),
                    basis.cite().stream().map(Object::toString).toList(),
                    rule.citations(),
                    word(basis.mark()),
                    word(basis.status()),
                    word(basis.reliance()),
                    basis.from(),
                    basis.to(),
                    basis.verified());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A version with its rules. */
    record Whole(Summary pack, List<Body> rules) {
        Whole {
            rules = List.copyOf(rules);
        }
    }

    @GetMapping("/packs")
    @Allowed(Permission.LAW_READ)
    Listed list() {
        List<Summary> packs = law.packs().all().stream().map(Summary::of).toList();
        return new Listed(packs, packs.size());
    }

    @GetMapping("/packs/{pack}")
    @Allowed(Permission.LAW_READ)
    ResponseEntity<?> pack(
            @PathVariable String pack, @RequestParam(required = false) @Nullable String version, Locale locale) {
        return law.packs().versions(pack).stream()
                .filter(one -> version == null || one.head().version().equals(version))
                .reduce((_, later) -> later)
                .<ResponseEntity<?>>map(one -> ResponseEntity.ok(whole(one, locale)))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }

    /** What could be typed next into the search box of a pack's rules. */
    @GetMapping("/completions")
    @Allowed(Permission.LAW_READ)
    Completion complete(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int caret) {
        return Completion.of(q, caret, PackQuery.FIELDS, (field, begun) -> switch (field.name()) {
            case "section" ->
                Completion.matching(
                        PackRules.THEMES.stream().flatMap(theme -> PackReader.sections(theme + ".yml").stream()),
                        begun);
            default -> List.of();
        });
    }

    private Whole whole(LawPack pack, Locale locale) {
        List<Body> bodies = PackRules.THEMES.stream()
                .flatMap(theme ->
                        rules
                                .sections(pack, new PackRules.Wanted(theme, Query.EVERYTHING, null, null), locale)
                                .stream())
                .flatMap(section -> section.rules().stream().map(rule -> Body.of(section.theme(), rule)))
                .toList();
        return new Whole(Summary.of(pack), bodies);
    }
}
