/** Values of events as the bytes in which they came, decoded and folded only where somebody looks at them. */
@NullMarked
package vn.chieng.sigma.raw;

import org.jspecify.annotations.NullMarked;
