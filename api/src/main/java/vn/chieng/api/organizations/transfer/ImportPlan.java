package vn.chieng.api.organizations.transfer;

import java.util.List;
import vn.chieng.api.organizations.ContactDraft;
import vn.chieng.api.organizations.OrganizationContact;
import vn.chieng.api.organizations.OrganizationEntry;

/** What a file comes to, line by line, and what is to be written for it, in an order in which it can be. */
record ImportPlan(List<ImportLine> lines, List<Write> writes) {

    /** One thing to write. */
    sealed interface Write {
        /** A body that is not there yet; the bodies above it are. */
        record AddedBody(OrganizationEntry entry) implements Write {}

        /** A body that differs. */
        record ChangedBody(OrganizationEntry before, OrganizationEntry after) implements Write {}

        /** A contact that is not there yet. */
        record AddedContact(String organizationId, ContactDraft draft) implements Write {}

        /** A contact that differs. */
        record ChangedContact(OrganizationContact before, ContactDraft draft) implements Write {}
    }

    ImportPlan {
        lines = List.copyOf(lines);
        writes = List.copyOf(writes);
    }

    /** How many lines come to this. */
    int count(ImportLine.Verdict verdict) {
        return (int) lines.stream().filter(line -> line.verdict() == verdict).count();
    }
}
