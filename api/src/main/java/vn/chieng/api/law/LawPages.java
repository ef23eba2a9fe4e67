package vn.chieng.api.law;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryParser;
import vn.chieng.law.LawPacks;
import vn.chieng.law.PackDifference;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.LawStatus;
import vn.chieng.law.pack.PackVersion;

/** The packs with their versions, one pack rule by rule, and what differs between two versions. */
@Controller
final class LawPages {
    private final LoadedLaw law;
    private final PackRules rules;
    private final DraftStore drafts;
    private final MessageSource messages;
    private final Clock clock;

    LawPages(LoadedLaw law, PackRules rules, DraftStore drafts, MessageSource messages, Clock clock) {
        this.law = law;
        this.rules = rules;
        this.drafts = drafts;
        this.messages = messages;
        this.clock = clock;
    }

    /** A line of the list. */
    record Line(LawPack pack, boolean counting, int versions, long rules, long unverified) {}

    @GetMapping("/law")
    @Allowed(Permission.LAW_READ)
    String list(SignedIn caller, Model model) {
        LawPacks packs = law.packs();
        model.addAttribute(
                "lines", packs.all().stream().map(pack -> line(packs, pack)).toList());
        model.addAttribute("refused", law.refused());
        model.addAttribute("drafts", caller.may(Permission.LAW_EDIT) ? drafts.list() : List.of());
        model.addAttribute("mayEdit", caller.may(Permission.LAW_EDIT));
        model.addAttribute("calendar", law.calendar().file());
        return "law/list";
    }

    private Line line(LawPacks packs, LawPack pack) {
        String id = pack.head().pack();
        return new Line(
                pack,
                packs.on(id, LegalDay.today(clock)).filter(pack::equals).isPresent(),
                packs.versions(id).size(),
                pack.rules().size(),
                pack.rules().size()
                        - Objects.requireNonNull(PackRules.reliance(pack).get(Basis.Reliance.VERIFIED)));
    }

    @GetMapping("/law/packs/{pack}")
    @Allowed(Permission.LAW_READ)
    String pack(
            @PathVariable String pack,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "classification") String theme,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String reliance,
            SignedIn caller,
            Model model) {
        LawPack shown = known(pack, version);
        ParsedQuery parsed = QueryParser.parse(q, PackQuery.FIELDS, clock.instant());
        Query asked = parsed instanceof ParsedQuery.Understood(Query query, var _) ? query : null;
        PackRules.Wanted wanted = new PackRules.Wanted(
                PackRules.THEMES.contains(theme) ? theme : PackRules.THEMES.getFirst(),
                asked == null ? Query.EVERYTHING : asked,
                constant(LawStatus.values(), status),
                constant(Basis.Reliance.values(), reliance));
        List<PackRules.Section> sections =
                asked == null ? List.of() : rules.sections(shown, wanted, LocaleContextHolder.getLocale());
        model.addAttribute("pack", shown);
        model.addAttribute("box", QueryBox.of(q, parsed, PackQuery.FIELDS, "/api/v1/law/completions"));
        model.addAttribute("sections", sections);
        model.addAttribute(
                "found",
                sections.stream().mapToInt(section -> section.rules().size()).sum());
        model.addAttribute("wanted", wanted);
        model.addAttribute("themes", PackRules.THEMES);
        model.addAttribute("statuses", LawStatus.values());
        model.addAttribute("reliances", Basis.Reliance.values());
        model.addAttribute("counts", PackRules.reliance(shown));
        model.addAttribute("versions", law.packs().versions(pack).reversed());
        model.addAttribute("mayEdit", caller.may(Permission.LAW_EDIT));
        model.addAttribute(
                "crumbs", List.of(home(), new Crumb("", shown.version().toString())));
        return "law/pack";
    }

    @GetMapping("/law/packs/{pack}/difference")
    @Allowed(Permission.LAW_READ)
    String difference(
            @PathVariable String pack,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        LawPack later = known(pack, to);
        LawPack earlier = from == null ? previous(later) : known(pack, from);
        PackDifference difference = PackDifference.between(earlier, later);
        model.addAttribute("difference", difference);
        model.addAttribute("changes", ChangeLine.of(difference.changes()));
        model.addAttribute("versions", law.packs().versions(pack).reversed());
        model.addAttribute("pack", later);
        model.addAttribute(
                "crumbs",
                List.of(
                        home(),
                        new Crumb("/law/packs/" + pack, later.version().toString()),
                        new Crumb("", word("law.difference"))));
        return "law/difference";
    }

    private LawPack previous(LawPack later) {
        return law.packs().versions(later.head().pack()).stream()
                .filter(version -> version.version().compareTo(later.version()) < 0)
                .reduce((_, last) -> last)
                .orElse(later);
    }

    private LawPack known(String pack, @Nullable String version) {
        return find(pack, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<LawPack> find(String pack, @Nullable String version) {
        if (version == null || version.isBlank()) {
            return law.packs().on(pack, LegalDay.today(clock));
        }
        try {
            return law.packs().find(new PackVersion(pack, version));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Crumb home() {
        return new Crumb("/law", word("law.packs"));
    }

    private String word(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, null, locale);
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
