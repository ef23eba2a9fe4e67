/** The Sigma rules that run: read from their topic, compiled beside the running ones, swapped between two events. */
@NullMarked
package vn.chieng.engine.rules;

import org.jspecify.annotations.NullMarked;
