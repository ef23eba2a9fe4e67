/** How long incidents take from stage to stage, for whoever reports on it. */
@NullMarked
@NamedInterface("times")
package vn.chieng.api.incidents.times;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
