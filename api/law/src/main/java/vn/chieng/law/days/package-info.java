/** Working days: the holiday calendar as data, due dates counted day by day, escalation moments. */
@NullMarked
package vn.chieng.law.days;

import org.jspecify.annotations.NullMarked;
