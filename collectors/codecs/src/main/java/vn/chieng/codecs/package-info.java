/** Bytes of one frame become one ECS event; a package per format, no I/O anywhere. */
@NullMarked
package vn.chieng.codecs;

import org.jspecify.annotations.NullMarked;
