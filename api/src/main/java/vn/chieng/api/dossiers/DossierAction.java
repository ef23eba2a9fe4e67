package vn.chieng.api.dossiers;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to dossiers. */
enum DossierAction implements AuditAction {
    DOSSIER_OPENED,
    DOSSIER_SECTION_SAVED,
    DOSSIER_SECTION_COPIED,
    DOSSIER_TABLE_IMPORTED,
    DOSSIER_MOVED,
    DOSSIER_SEALED,
    DOSSIER_REMARK_MADE,
    DOSSIER_REMARK_ANSWERED,
    DOSSIER_REMARK_RESOLVED,
    DOSSIER_SECTION_FOUND,
    DOSSIER_COUNCIL_NAMED,
    DOSSIER_COUNCIL_VOTED,
    DOSSIER_FILE_ADDED,
    DOSSIER_FILE_REMOVED,
    DOSSIER_HANDED_OFF,
    DOSSIERS_EXPORTED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
