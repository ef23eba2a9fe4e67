/** Rules tried on events: the last hours, or a single one explained. */
@NullMarked
package vn.chieng.api.rules.trial;

import org.jspecify.annotations.NullMarked;
