/** Compiled rules, and the event that passes them. */
@NullMarked
package vn.chieng.sigma.match;

import org.jspecify.annotations.NullMarked;
