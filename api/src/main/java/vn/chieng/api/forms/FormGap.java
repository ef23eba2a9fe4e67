package vn.chieng.api.forms;

import vn.chieng.law.pack.Words;

/** A field of a form, or of a dossier part, that must be filled and is not; {@code of} is the id of the form or part. */
public record FormGap(String of, String field, Words label) {}
