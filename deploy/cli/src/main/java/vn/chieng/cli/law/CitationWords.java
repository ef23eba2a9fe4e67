package vn.chieng.cli.law;

import java.util.List;
import java.util.stream.Collectors;
import vn.chieng.law.pack.Citation;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;

/** Citations as people write them: the short name of the instrument, then article, clause, point. */
record CitationWords(LawPack pack, Language language) {
    String of(List<Citation> citations) {
        return citations.stream().map(this::of).collect(Collectors.joining("; "));
    }

    private String of(Citation citation) {
        StringBuilder text = new StringBuilder(pack.instrument(citation.instrument())
                .map(PackHead.Instrument::shortName)
                .map(language::of)
                .orElse(citation.instrument()));
        if (citation.article() != null) {
            text.append(' ').append(language.say("citation.article", citation.article()));
        }
        if (citation.clause() != null) {
            text.append(' ').append(language.say("citation.clause", citation.clause()));
        }
        if (citation.point() != null) {
            text.append(' ').append(language.say("citation.point", citation.point()));
        }
        return text.toString();
    }
}
