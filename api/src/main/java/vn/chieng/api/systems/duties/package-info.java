/** What is still to be done for a system, and what it may do exceptionally, until when. */
@NullMarked
package vn.chieng.api.systems.duties;

import org.jspecify.annotations.NullMarked;
