/** The annual report: what units report of their systems, how it is checked, put together, frozen, printed and signed. */
@NullMarked
package vn.chieng.api.annualreport;

import org.jspecify.annotations.NullMarked;
