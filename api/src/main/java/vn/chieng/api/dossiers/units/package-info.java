/** Which unit appraises dossiers for which body: data that people keep, inherited from body to body. */
@NullMarked
package vn.chieng.api.dossiers.units;

import org.jspecify.annotations.NullMarked;
