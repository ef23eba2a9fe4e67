/** Events as JSON bytes, read only as far as rules look at them. */
@NullMarked
package vn.chieng.sigma.json;

import org.jspecify.annotations.NullMarked;
