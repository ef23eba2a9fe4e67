/** What happened in an incident, gathered from everybody who knows of it. */
@NullMarked
@NamedInterface("timeline")
package vn.chieng.api.incidents.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
