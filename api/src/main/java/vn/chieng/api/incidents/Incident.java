package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.PersonalData;
import vn.chieng.event.Entity;
import vn.chieng.event.Level;

/**
 * An incident as it stands.
 *
 * @param number what people call it: {@code SC-2026-00408}
 * @param level of the strongest rule so far; only rises
 * @param entity whom the first signal was about
 * @param exerciseIds the drills whose events are in it; empty for real ones
 * @param detectedAt T0: when it was opened here
 * @param evidenceFull whether there was more evidence than is kept with an incident
 * @param severityDecided whether a person chose the severity
 * @param escalation what those who may decide were asked; null where nothing is open
 * @param merged where it went; null while it stands for itself
 * @param splitFrom the incident it was taken out of
 * @param version advanced by every change of a person
 * @param changedAt the last change, whoever made it
 */
public record Incident(
        long id,
        String number,
        String titleVi,
        String titleEn,
        Level level,
        Severity severity,
        IncidentState state,
        @Nullable CloseReason closeReason,
        Entity entity,
        List<String> organizationIds,
        List<String> exerciseIds,
        List<String> tags,
        Instant firstSeen,
        Instant lastSeen,
        Instant detectedAt,
        long detections,
        int evidenceCount,
        boolean evidenceFull,
        @Nullable Long assigneeId,
        @Nullable String assigneeName,
        boolean severityDecided,
        Classification classification,
        Cause cause,
        @Nullable Escalation escalation,
        @Nullable Merged merged,
        @Nullable Long splitFrom,
        int version,
        Instant changedAt) {

    private static final String ATTACK = "attack.";
    private static final Pattern TECHNIQUE = Pattern.compile("t\\d{4}(\\.\\d{3})?");

    public Incident {
        organizationIds = List.copyOf(organizationIds);
        exerciseIds = List.copyOf(exerciseIds);
        tags = List.copyOf(tags);
    }

    /**
     * Where it is while it is merged, and what an undo goes back to.
     *
     * @param severityBefore of the incident that carries it, before it did
     */
    public record Merged(long into, IncidentState stateBefore, Severity severityBefore) {}

    /** A copy to be changed. */
    public IncidentDraft draft() {
        return new IncidentDraft(this);
    }

    /** The title in the reader's language. */
    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleVi;
    }

    /** The ATT&CK tactics and techniques of its rules and those that people added, as ATT&CK writes them: {@code T1110.001}. */
    public List<String> techniques() {
        Stream<String> ofRules = tags.stream()
                .filter(tag -> tag.startsWith(ATTACK))
                .map(tag -> tag.substring(ATTACK.length()))
                .map(name -> TECHNIQUE.matcher(name).matches() ? name.toUpperCase(Locale.ROOT) : name);
        return Stream.concat(ofRules, classification.techniques().stream())
                .distinct()
                .toList();
    }

    /**
     * The same for this reader: without organisations they have nothing to do with, nor a host or user of one, and with the user's name masked
     * where they may not see it.
     */
    public Incident shownTo(Reader reader) {
        List<String> visible =
                organizationIds.stream().filter(reader.scope()::covers).toList();
        Entity shown = shown(reader);
        return visible.size() == organizationIds.size() && shown.equals(entity)
                ? this
                : new Incident(
                        id,
                        number,
                        titleVi,
                        titleEn,
                        level,
                        severity,
                        state,
                        closeReason,
                        shown,
                        visible,
                        exerciseIds,
                        tags,
                        firstSeen,
                        lastSeen,
                        detectedAt,
                        detections,
                        evidenceCount,
                        evidenceFull,
                        assigneeId,
                        assigneeName,
                        severityDecided,
                        classification,
                        cause,
                        escalation,
                        merged,
                        splitFrom,
                        version,
                        changedAt);
    }

    private Entity shown(Reader reader) {
        if (entity.kind() == Entity.Kind.SOURCE) {
            return entity;
        }
        String value = entity.value();
        int slash = value.indexOf('/');
        if (slash > 0 && !reader.scope().covers(value.substring(0, slash))) {
            return new Entity(entity.kind(), PersonalData.HIDDEN);
        }
        return entity.kind() == Entity.Kind.USER && !reader.personalData()
                ? new Entity(
                        entity.kind(), value.substring(0, slash + 1) + PersonalData.name(value.substring(slash + 1)))
                : entity;
    }

    /** The entity as people say it: without the key of its organisation, which stands beside it by name. */
    public String subject() {
        String value = entity.value();
        return entity.kind() == Entity.Kind.SOURCE ? value : value.substring(value.indexOf('/') + 1);
    }
}
