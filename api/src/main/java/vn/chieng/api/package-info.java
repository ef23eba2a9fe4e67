/** The web process: records, console and REST; a package per feature. */
@NullMarked
package vn.chieng.api;

import org.jspecify.annotations.NullMarked;
