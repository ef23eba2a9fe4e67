package vn.chieng.law.pack;

/** Where a rule's text comes from. */
public enum Mark {
    FOUND,
    FOUND_SECONDARY,
    RECALL,
    RECALL_LOW,
    DERIVED,
    OWN_WORDS
}
