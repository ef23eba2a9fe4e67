/** Tables in files that office programs read and write: CSV and XLSX, within bounds, with the place of whatever is wrong. */
@NullMarked
package vn.chieng.api.spreadsheets;

import org.jspecify.annotations.NullMarked;
