/** Cuts the vendored styles down to what pages use, and says when a page uses more. */
@NullMarked
package vn.chieng.api.console.styles;

import org.jspecify.annotations.NullMarked;
