/** The bundled typeface: its files, which letters it has, how wide they are. */
@NullMarked
package vn.chieng.api.documents.typeface;

import org.jspecify.annotations.NullMarked;
