/** Security-level dossiers: written section by section, appraised, approved, sealed; on the way that the law pack says. */
@NullMarked
package vn.chieng.api.dossiers;

import org.jspecify.annotations.NullMarked;
