package vn.chieng.api.dossiers;

import java.util.List;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.content.SectionMerge;
import vn.chieng.api.dossiers.workflow.MoveOutcome;

/** What came of a change to a dossier. */
public sealed interface DossierOutcome<T> {

    /** It is done; this is how it stands now. */
    record Done<T>(T value) implements DossierOutcome<T> {}

    /** It cannot be taken; reasons by bundle key, with what they name. */
    record Refused<T>(List<Flaw> flaws) implements DossierOutcome<T> {
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }

    /** The way of the dossier does not allow it now. */
    record NotAllowed<T>(MoveOutcome why) implements DossierOutcome<T> {}

    /** Somebody changed the same in the meantime, in other words. */
    record Clashing<T>(StoredSection current, SectionContent mine, SectionMerge merge) implements DossierOutcome<T> {}

    /** Somebody moved the dossier in the meantime. */
    record Stale<T>(Dossier current) implements DossierOutcome<T> {}

    /** There is no such thing within the scope. */
    record Unknown<T>() implements DossierOutcome<T> {}

    /** Why something typed cannot be taken: {@code dossiers.flaw.<code>}, at the input of this name. */
    record Flaw(String place, String code, List<Object> arguments) {
        public Flaw {
            arguments = List.copyOf(arguments);
        }

        static Flaw of(String place, String code, Object... arguments) {
            return new Flaw(place, code, List.of(arguments));
        }
    }

    /** A refusal for one reason. */
    static <T> DossierOutcome<T> refused(String place, String code, Object... arguments) {
        return new Refused<>(List.of(Flaw.of(place, code, arguments)));
    }
}
