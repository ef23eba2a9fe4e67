/** Addresses, names and digests of an incident, and where else they were seen. */
@NullMarked
package vn.chieng.api.incidents.observables;

import org.jspecify.annotations.NullMarked;
