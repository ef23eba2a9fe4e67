package vn.chieng.api.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.law.pack.Citation;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Words;

/** The law in the reader's language: texts of packs, and citations with the short name of the instrument. */
@Component
public final class LawWords {
    private final MessageSource messages;

    LawWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Words words, Locale locale) {
        return locale.getLanguage().equals("en") ? words.en() : words.vi();
    }

    /** For example: NĐ 331, Điều 13, khoản 2, điểm b. */
    public String citation(LawPack pack, Citation citation, Locale locale) {
        List<String> parts = new ArrayList<>();
        parts.add(pack.instrument(citation.instrument())
                .map(PackHead.Instrument::shortName)
                .map(name -> of(name, locale))
                .orElse(citation.instrument()));
        add(parts, "law.citation.article", citation.article(), locale);
        add(parts, "law.citation.clause", citation.clause(), locale);
        add(parts, "law.citation.point", citation.point(), locale);
        return String.join(" ", parts);
    }

    public String citations(LawPack pack, List<Citation> citations, Locale locale) {
        return citations.stream()
                .map(citation -> citation(pack, citation, locale))
                .collect(Collectors.joining("; "));
    }

    private void add(List<String> parts, String key, @Nullable String value, Locale locale) {
        if (value != null) {
            parts.add(messages.getMessage(key, new Object[] {value}, locale));
        }
    }
}
