/** What people do with an incident, and what is decided before it is done. */
@NullMarked
@NamedInterface("work")
package vn.chieng.api.incidents.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
