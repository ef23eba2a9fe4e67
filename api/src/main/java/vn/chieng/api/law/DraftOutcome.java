package vn.chieng.api.law;

import java.util.List;
import vn.chieng.law.reading.DataIssue;

/** What became of a change to a draft. */
sealed interface DraftOutcome {

    /** The draft as it is now. */
    record Done(PackDraft draft) implements DraftOutcome {}

    /** There is no such draft, or no such file or rule in it. */
    record Unknown() implements DraftOutcome {}

    /** Somebody changed it in the meantime. */
    record Stale(PackDraft current) implements DraftOutcome {}

    /** Its state does not allow this. */
    record WrongState(PackDraft current) implements DraftOutcome {}

    /** Whoever wrote at a draft does not approve it. */
    record OwnWork(PackDraft current) implements DraftOutcome {}

    /** The pack is read-only. */
    record ReadOnly() implements DraftOutcome {}

    /** Another draft of the pack is open. */
    record Busy(PackDraft other) implements DraftOutcome {}

    /** The files are no pack that could be published. */
    record Broken(PackDraft current, List<DataIssue> issues) implements DraftOutcome {
        public Broken {
            issues = List.copyOf(issues);
        }
    }
}
