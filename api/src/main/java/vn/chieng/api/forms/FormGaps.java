package vn.chieng.api.forms;

import java.util.List;
import vn.chieng.law.pack.DossierContent;

/** Which fields of a form must be filled and are not. */
final class FormGaps {
    private FormGaps() {}

    static List<FormGap> of(DossierContent.Form form, FormFacts facts) {
        return form.fields().stream()
                .filter(field -> !field.optional() && isMissing(field, facts))
                .map(field -> new FormGap(form.id(), field.key(), field.label()))
                .toList();
    }

    private static boolean isMissing(DossierContent.Field field, FormFacts facts) {
        FormFrame frame = facts.frame();
        return switch (field.key()) {
            case FrameFields.ISSUER -> FormFacts.isBlank(frame.agency());
            case FrameFields.NUMBER -> FormFacts.isBlank(frame.number());
            case FrameFields.PLACE_DATE -> FormFacts.isBlank(frame.place()) || frame.date() == null;
            case FrameFields.RECIPIENT -> frame.addressees().isEmpty();
            case FrameFields.COPIES -> frame.copies().isEmpty();
            case FrameFields.SIGNATURE -> FormFacts.isBlank(frame.signer().position());
            default -> facts.value(field.key()).isEmpty();
        };
    }
}
