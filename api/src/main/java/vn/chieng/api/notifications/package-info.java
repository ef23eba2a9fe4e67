/** Tells people what concerns them: in the console, by mail, by webhook. */
@NullMarked
package vn.chieng.api.notifications;

import org.jspecify.annotations.NullMarked;
