/** Notices as signed calls to the systems of others. */
@NullMarked
package vn.chieng.api.notifications.webhooks;

import org.jspecify.annotations.NullMarked;
