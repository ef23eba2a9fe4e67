package vn.chieng.api.systems.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Delegation;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;

/** A system as REST and the public JSON list show it; field names are part of the documented profile. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SystemRecord(
        UUID id,
        String code,
        String name,
        @Nullable String purpose,
        @Nullable String beneficiaries,
        String operator,
        String owner,
        @Nullable Delegation delegation,
        Hosting hosting,
        @Nullable LocalDate projectStart,
        String status,
        @Nullable LocalDate statusSince,
        Map<String, Object> answers,
        Map<String, SystemAnswers.Count> counts,
        @Nullable Integer level,
        @Nullable String pack,
        List<String> grounds,
        Dossier dossier,
        boolean byException,
        List<String> openTasks,
        int version,
        Instant changedAt) {

    /** What the dossiers say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dossier(
            String phase,
            @Nullable String number,
            @Nullable Integer level,
            @Nullable LocalDate approvedOn) {}

    static SystemRecord of(SystemLists.Row row) {
        RegisteredSystem system = row.system();
        SystemCard card = system.card();
        ApprovalState.Approval approval = row.approval();
        Determination determination = system.determination();
        return new SystemRecord(
                system.id(),
                system.code(),
                card.name(),
                card.purpose(),
                card.beneficiaries(),
                card.operatorId(),
                card.ownerId(),
                card.delegation(),
                card.hosting(),
                card.projectStart(),
                system.status().code(),
                system.statusSince(),
                system.inputs(),
                system.answers().counts(),
                system.level(),
                determination == null ? null : determination.pack().toString(),
                determination == null ? List.of() : determination.grounds(),
                approval == null
                        ? new Dossier(row.phase().code(), null, null, null)
                        : new Dossier(row.phase().code(), approval.dossier(), approval.level(), approval.approvedOn()),
                row.exception() != null,
                row.tasks().stream().map(task -> task.cause().code()).toList(),
                system.version(),
                system.changedAt());
    }
}
