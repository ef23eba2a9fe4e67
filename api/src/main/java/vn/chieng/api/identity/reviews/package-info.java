/** Access reviews: who holds which role, confirmed or withdrawn one by one, and kept as a record. */
@NullMarked
@NamedInterface("reviews")
package vn.chieng.api.identity.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
