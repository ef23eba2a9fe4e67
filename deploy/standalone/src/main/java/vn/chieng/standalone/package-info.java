/** The one-command stack: starts, watches and stops everything on one machine. */
@NullMarked
package vn.chieng.standalone;

import org.jspecify.annotations.NullMarked;
