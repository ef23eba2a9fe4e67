/** The engine process: settings, start and stop, health; what it does is in the packages below. */
@NullMarked
package vn.chieng.engine;

import org.jspecify.annotations.NullMarked;
