package vn.chieng.api.audit.chain;

import vn.chieng.api.audit.AuditEntry;

/**
 * An entry as it is stored.
 *
 * @param line the entry, byte for byte
 * @param hash what was stored as its hash
 * @param columns what was stored for finding it
 */
public record StoredEntry(long number, String line, String hash, EntryColumns columns) {

    /** How the entry of this line is to be stored. */
    public static StoredEntry of(String line) {
        AuditEntry entry = EntryLine.read(line);
        return new StoredEntry(entry.number(), line, entry.hash(), EntryColumns.of(entry));
    }
}
