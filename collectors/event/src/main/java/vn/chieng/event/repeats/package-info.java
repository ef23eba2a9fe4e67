/** What events say again and again need not be looked at again and again. */
@NullMarked
package vn.chieng.event.repeats;

import org.jspecify.annotations.NullMarked;
