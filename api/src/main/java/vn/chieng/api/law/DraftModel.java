package vn.chieng.api.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.law.PackDifference;
import vn.chieng.law.pack.LawPack;

/** What the pages of a draft show. */
@Component
final class DraftModel {
    private final LoadedLaw law;
    private final MessageSource messages;

    DraftModel(LoadedLaw law, MessageSource messages) {
        this.law = law;
        this.messages = messages;
    }

    String draft(PackDraft draft, SignedIn caller, Model model) {
        DraftCheck check = DraftCheck.of(draft, law.packs());
        Map<String, Integer> files = new LinkedHashMap<>();
        draft.files().keySet().forEach(file -> files.put(file, check.of(file).size()));
        model.addAttribute("draft", draft);
        model.addAttribute("check", check);
        model.addAttribute("files", files);
        model.addAttribute("own", draft.editors().contains(caller.accountId()));
        LawPack read = check.pack();
        if (read != null) {
            model.addAttribute(
                    "changes",
                    law.packs()
                            .find(draft.base())
                            .map(base -> ChangeLine.of(
                                    PackDifference.between(base, read).changes()))
                            .orElse(List.of()));
            model.addAttribute("ruleIds", read.rules().keySet());
        }
        model.addAttribute("crumbs", List.of(new Crumb("/law", word("law.packs")), new Crumb("", draft.name())));
        return "law/draft";
    }

    String file(PackDraft draft, String file, String text, Model model) {
        Map<String, String> files = new LinkedHashMap<>(draft.files());
        files.put(file, text);
        model.addAttribute("draft", draft);
        model.addAttribute("file", file);
        model.addAttribute("text", text);
        model.addAttribute(
                "issues", DraftCheck.of(with(draft, files), law.packs()).of(file));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/law", word("law.packs")),
                        new Crumb("/law/drafts/" + draft.id(), draft.name()),
                        new Crumb("", file)));
        return "law/file";
    }

    private static PackDraft with(PackDraft draft, Map<String, String> files) {
        return new PackDraft(
                draft.id(),
                draft.pack(),
                draft.base(),
                draft.version(),
                files,
                draft.summary(),
                draft.state(),
                draft.editors(),
                draft.authorName(),
                draft.createdAt(),
                draft.changedAt(),
                draft.submittedAt(),
                draft.decision(),
                draft.rowVersion());
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
