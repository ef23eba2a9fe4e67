/** Incidents' tables; no other feature may name it. */
@NullMarked
package vn.chieng.api.incidents.store;

import org.jspecify.annotations.NullMarked;
