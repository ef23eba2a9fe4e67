/** The pages of one incident, and the same as JSON. */
@NullMarked
@NamedInterface("detail")
package vn.chieng.api.incidents.detail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
