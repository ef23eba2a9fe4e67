/** Time metrics: how long incidents take from stage to stage. */
@NullMarked
package vn.chieng.api.metrics;

import org.jspecify.annotations.NullMarked;
