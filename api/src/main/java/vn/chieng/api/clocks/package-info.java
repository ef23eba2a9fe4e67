/** Legal clocks of incidents: started, stopped and warned of by what the law pack says, and ended by proof of sending. */
@NullMarked
package vn.chieng.api.clocks;

import org.jspecify.annotations.NullMarked;
