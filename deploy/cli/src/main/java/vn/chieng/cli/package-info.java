/** The command {@code chieng}: codecs and rules tried on files, audit files verified, without servers. */
@NullMarked
package vn.chieng.cli;

import org.jspecify.annotations.NullMarked;
