/** Who looks at an incident now, and who wants to be told of it. */
@NullMarked
@NamedInterface("presence")
package vn.chieng.api.incidents.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
