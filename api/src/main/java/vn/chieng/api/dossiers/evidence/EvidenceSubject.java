package vn.chieng.api.dossiers.evidence;

import vn.chieng.law.pack.LawPack;

/**
 * Of what evidence is measured.
 *
 * @param systemId the system, whose own logs are counted
 * @param organizationId the body that operates the system
 * @param level of the dossier, on which demands depend
 * @param pack whose demands they are
 */
public record EvidenceSubject(String systemId, String organizationId, int level, LawPack pack) {}
