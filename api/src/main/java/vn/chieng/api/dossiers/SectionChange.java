package vn.chieng.api.dossiers;

import java.util.List;
import java.util.Locale;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.content.SectionMerge;

/** A place of a section whose text differs between two versions, or clashes between two people, in the words of the page. */
record SectionChange(String place, String label, String mine, String theirs) {
    /** More are not shown on a page. */
    static final int MOST = 200;

    static List<SectionChange> of(Section section, SectionMerge merge, Locale locale) {
        return merge.clashes().stream()
                .limit(MOST)
                .map(clash -> new SectionChange(
                        clash.place(),
                        PlaceLabels.of(section, clash.place(), merge.content(), locale),
                        clash.mine(),
                        clash.theirs()))
                .toList();
    }

    static List<SectionChange> between(Section section, SectionContent before, SectionContent after, Locale locale) {
        return of(section, new SectionMerge(after, SectionMerge.differences(before, after)), locale);
    }
}
