/** Windows events as Winlogbeat, NXLog and EVTX dumps write them in JSON; what an event means stands in {@code events.table}. */
@NullMarked
package vn.chieng.codecs.windows;

import org.jspecify.annotations.NullMarked;
