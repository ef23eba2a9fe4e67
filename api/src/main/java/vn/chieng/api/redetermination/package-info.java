/** What happens elsewhere and makes the level of a system due again. */
@NullMarked
package vn.chieng.api.redetermination;

import org.jspecify.annotations.NullMarked;
