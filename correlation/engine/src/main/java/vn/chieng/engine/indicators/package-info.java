/** The indicators that events are compared with, kept as their topic tells them. */
@NullMarked
package vn.chieng.engine.indicators;

import org.jspecify.annotations.NullMarked;
