package vn.chieng.api.dossiers.evidence;

import java.util.Optional;
import java.util.Set;

/** Measures what some requirements ask for; a feature that knows such a thing declares a bean. */
public interface MeasuredEvidence {

    /** The names of evidence in law packs that this answers, such as {@code mfa-on}. */
    Set<String> names();

    /** What is known about the body; empty where nothing is. */
    Optional<Measured> measure(String name, EvidenceSubject subject);
}
