/** Sigma rules ready to match against ECS events. */
@NullMarked
package vn.chieng.sigma;

import org.jspecify.annotations.NullMarked;
