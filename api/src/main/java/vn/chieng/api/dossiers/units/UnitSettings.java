package vn.chieng.api.dossiers.units;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who appraises where nobody was assigned.
 *
 * @param specialisedUnit the unit of the province
 */
@ConfigurationProperties("chieng.dossiers")
record UnitSettings(@DefaultValue("org-cong-an") String specialisedUnit) {}
