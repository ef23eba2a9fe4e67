/** Law packs on the command line: descriptions of systems from JSON, and reports of levels and time limits in words. */
@NullMarked
package vn.chieng.cli.law;

import org.jspecify.annotations.NullMarked;
