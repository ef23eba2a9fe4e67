package vn.chieng.api.annualreport;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.RuleText;
import vn.chieng.law.pack.Words;

/** Says in words what does not fit and where, with the way to the place. */
@Component
class InconsistencyWords {
    private final MessageSource messages;
    private final OrganizationNames names;

    InconsistencyWords(MessageSource messages, OrganizationNames names) {
        this.messages = messages;
        this.names = names;
    }

    /** One line of a list: where, why, and the address of the place. */
    record Line(String place, String reason, String address) {}

    Line line(StoredReport report, LawPack pack, Inconsistency found, Locale locale) {
        return new Line(place(found, locale), reason(pack, found, locale), address(report, found));
    }

    private String place(Inconsistency found, Locale locale) {
        String unit =
                found.unit().isEmpty() ? word("annualreport.place.report", locale) : names.name(found.unit(), locale);
        if (found.row() > 0 && found.column() > 0) {
            return word("annualreport.place.cell", locale, unit, found.row(), found.column());
        }
        return found.row() > 0 ? word("annualreport.place.row", locale, unit, found.row()) : unit;
    }

    private String reason(LawPack pack, Inconsistency found, Locale locale) {
        String key = "annualreport.check."
                + found.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Map<String, Words> sections =
                pack.reporting().sections().stream().collect(Collectors.toMap(RuleText::id, RuleText::text));
        Object[] values = found.values().stream()
                .map(value -> {
                    Words section = sections.get(value);
                    return section == null ? value : locale.getLanguage().equals("en") ? section.en() : section.vi();
                })
                .toArray();
        return word(key, locale, values);
    }

    private static String address(StoredReport report, Inconsistency found) {
        String base = "/annual-reports/" + report.year();
        if (found.unit().isEmpty()) {
            return base + "/text";
        }
        String unit = base + "/units/" + found.unit();
        return found.row() > 0 ? unit + "/rows/" + found.row() : unit;
    }

    private String word(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
