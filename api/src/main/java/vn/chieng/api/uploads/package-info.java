/** Files that are first read, then shown as what they would change, and only then applied: what all of these have in common. */
@NullMarked
package vn.chieng.api.uploads;

import org.jspecify.annotations.NullMarked;
