/** Notices as mails. */
@NullMarked
package vn.chieng.api.notifications.mail;

import org.jspecify.annotations.NullMarked;
