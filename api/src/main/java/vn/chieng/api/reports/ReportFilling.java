package vn.chieng.api.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentFacts;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;

/** Fills the forms of the law pack from an incident and its fact sheet. */
@Component
final class ReportFilling {
    private final IncidentFacts facts;
    private final SheetSources sources;

    ReportFilling(IncidentFacts facts, SheetSources sources) {
        this.facts = facts;
        this.sources = sources;
    }

    Optional<LawPack> pack(Incident incident) {
        return facts.pack(incident.detectedAt());
    }

    List<Incidents.Report> forms(Incident incident) {
        return pack(incident).map(pack -> pack.incidents().reports()).orElse(List.of());
    }

    Optional<Incidents.Report> form(Incident incident, String id) {
        return forms(incident).stream().filter(form -> form.id().equals(id)).findFirst();
    }

    /** The type of this name; empty where the form has none of it. */
    static Optional<Incidents.ReportType> type(Incidents.Report form, @Nullable String key) {
        return form.types().stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** The fields of a form in its order, without those that its type leaves out. */
    List<ReportLine> lines(Incident incident, Incidents.Report form, @Nullable String type, FactSheet sheet) {
        Map<String, String> known =
                pack(incident).map(pack -> sources.of(incident, pack)).orElse(Map.of());
        List<String> left =
                type(form, type).map(Incidents.ReportType::leavesOut).orElse(List.of());
        return form.fields().stream()
                .filter(field -> !left.contains(field.key()))
                .map(field -> line(
                        field,
                        known.getOrDefault(field.key(), ""),
                        sheet.typed().getOrDefault(field.key(), "")))
                .toList();
    }

    private static ReportLine line(DossierContent.Field field, String known, String typed) {
        ReportLine.Source source = !typed.isBlank()
                ? ReportLine.Source.TYPED
                : known.isBlank() ? ReportLine.Source.NONE : ReportLine.Source.INCIDENT;
        return new ReportLine(
                field.key(), field.label().vi(), typed.isBlank() ? known : typed, source, !field.optional());
    }
}
