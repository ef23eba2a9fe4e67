/** Annual reports in PostgreSQL. */
@NullMarked
package vn.chieng.api.annualreport.store;

import org.jspecify.annotations.NullMarked;
