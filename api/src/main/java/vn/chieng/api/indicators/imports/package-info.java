/** Indicators from CSV files of any length: read as a stream, compared in the database, applied in batches. */
@NullMarked
package vn.chieng.api.indicators.imports;

import org.jspecify.annotations.NullMarked;
