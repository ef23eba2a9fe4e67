package vn.chieng.law.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Condition;

/** The theme of incidents: questions, severities, groups, reporting clocks and report fields. */
public record Incidents(
        List<RuleText> terms,
        List<Input> incidentInputs,
        List<Severity> severities,
        List<IncidentGroup> incidentGroups,
        List<Clock> clocks,
        List<Report> reports,
        List<RuleText> incidentSteps,
        List<RuleText> clockRules) {

    public Incidents {
        terms = List.copyOf(terms);
        incidentInputs = List.copyOf(incidentInputs);
        severities = List.copyOf(severities);
        incidentGroups = List.copyOf(incidentGroups);
        clocks = List.copyOf(clocks);
        reports = List.copyOf(reports);
        incidentSteps = List.copyOf(incidentSteps);
        clockRules = List.copyOf(clockRules);
    }

    /** A severity, the gravest first, with the test that suggests it. */
    public record Severity(
            @Inline Basis basis,
            int rank,
            Words label,
            Condition when,
            Words test,
            List<@RefersTo("clocks") String> starts)
            implements Rule {
        public Severity {
            starts = List.copyOf(starts);
        }
    }

    /** A group of incidents. */
    public record IncidentGroup(
            @Inline Basis basis, Words label, @Nullable Words legacy) implements Rule {}

    /** A duty to report within a time from an event; {@code inParts} where a preliminary report keeps the time and a closing one follows. */
    public record Clock(
            @Inline Basis basis,
            Words label,
            Condition when,
            @RefersTo("events") String after,
            int hours,
            boolean runsOnDaysOff,
            boolean warnFromEarliest,
            List<Integer> warnAtPercent,
            List<@RefersTo("actors") String> recipients,
            @Nullable @RefersTo("reports") String report,
            boolean onByDefault,
            boolean inParts,
            Words content)
            implements Rule {
        private static final int MOST_HOURS = 24 * 366;
        private static final int ALL = 100;

        public Clock {
            if (hours < 0 || hours > MOST_HOURS) {
                throw new IllegalArgumentException("hours must lie between 0 and " + MOST_HOURS);
            }
            if (warnAtPercent.stream().anyMatch(percent -> percent < 1 || percent > ALL)) {
                throw new IllegalArgumentException("a warning lies between 1 and 100 per cent");
            }
            warnAtPercent = List.copyOf(warnAtPercent);
            recipients = List.copyOf(recipients);
        }
    }

    /** A report about an incident and what it must tell; where it has types, each version of it is of one. */
    public record Report(
            @Inline Basis basis, Words title, Words when, List<DossierContent.Field> fields, List<ReportType> types)
            implements Rule {
        public Report {
            List<String> keys = fields.stream().map(DossierContent.Field::key).toList();
            if (!types.stream().allMatch(type -> keys.containsAll(type.leavesOut()))) {
                throw new IllegalArgumentException("a type leaves out a field that the report lacks");
            }
            fields = List.copyOf(fields);
            types = List.copyOf(types);
        }
    }

    /** A type of a report: what it does to the clock it answers, and the fields that stand only in other types. */
    public record ReportType(String key, Words label, Answers answers, List<String> leavesOut) {
        public ReportType {
            leavesOut = List.copyOf(leavesOut);
        }
    }

    /** What a sent report does to its clock. */
    public enum Answers {
        /** It ends the duty. */
        WHOLE,
        /** It keeps the time; a closing report follows. */
        PART,
        /** It only tells more. */
        NOTHING
    }
}
