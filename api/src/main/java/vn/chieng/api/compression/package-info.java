/** Answers of text go over the wire compressed. */
@NullMarked
package vn.chieng.api.compression;

import org.jspecify.annotations.NullMarked;
