package vn.chieng.api.dossiers.evidence;

import vn.chieng.law.pack.LawPack;

/**
 * Of what evidence is measured.
 *
 * @param organizationId the body that operates the system
 * @param level of the dossier, on which demands depend
 * @param pack whose demands they are
 */
public record EvidenceSubject(String organizationId, int level, LawPack pack) {}
