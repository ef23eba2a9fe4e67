/** Working days: the holiday calendar as data, due dates counted day by day, escalation moments. */
@NullMarked
@NamedInterface("days")
package vn.chieng.api.law.days;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
