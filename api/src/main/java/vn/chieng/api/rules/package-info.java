/** Detection rules: what there is, what runs, how it is tuned, and what it finds. */
@NullMarked
package vn.chieng.api.rules;

import org.jspecify.annotations.NullMarked;
