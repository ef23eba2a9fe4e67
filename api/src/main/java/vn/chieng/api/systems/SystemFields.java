package vn.chieng.api.systems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A system as flat fields, by the names that files and the audit trail use. */
public final class SystemFields {
    private SystemFields() {}

    public static Map<String, @Nullable Object> of(RegisteredSystem system) {
        SystemCard card = system.card();
        Delegation delegation = card.delegation();
        Hosting.Contract contract = card.hosting().contract();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", card.name());
        fields.put("purpose", card.purpose());
        fields.put("beneficiaries", card.beneficiaries());
        fields.put("operator", card.operatorId());
        fields.put("owner", card.ownerId());
        fields.put("delegate", delegation == null ? null : delegation.delegateId());
        fields.put("delegate_until", delegation == null ? null : text(delegation.until()));
        fields.put("delegation_paper", delegation == null ? null : delegation.paper());
        fields.put("hosting", card.hosting().kind().code());
        fields.put("hosting_place", card.hosting().place());
        fields.put("hired_service", card.hosting().hired());
        fields.put("contract_provider", contract.provider());
        fields.put("contract_number", contract.number());
        fields.put("contract_signed", text(contract.signedOn()));
        fields.put("contract_until", text(contract.until()));
        fields.put("contract_duties", contract.dutiesStated());
        fields.put("project_start", text(card.projectStart()));
        fields.put("status", system.status().code());
        fields.put("status_since", text(system.statusSince()));
        system.answers().scoping().forEach((question, answer) -> fields.put("scoping." + question, answer));
        system.answers().inputs().forEach((input, answer) -> fields.put("answer." + input, answer));
        system.answers()
                .counts()
                .forEach((input, count) -> fields.put(
                        "count." + input,
                        text(count.method()) + " " + Objects.requireNonNullElse(text(count.asOf()), "")));
        Determination determination = system.determination();
        fields.put("level", determination == null ? null : determination.level());
        fields.put("pack", determination == null ? null : determination.pack().toString());
        return fields;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public static void differences(
            RegisteredSystem before,
            RegisteredSystem after,
            Map<String, @Nullable Object> was,
            Map<String, @Nullable Object> is) {
        Map<String, @Nullable Object> olds = of(before);
        Map<String, @Nullable Object> news = of(after);
        Map<String, @Nullable Object> all = new LinkedHashMap<>(olds);
        all.putAll(news);
        all.keySet().stream()
                .filter(field -> !Objects.equals(olds.get(field), news.get(field)))
                .forEach(field -> {
                    was.put(field, olds.get(field));
                    is.put(field, news.get(field));
                });
    }
}
