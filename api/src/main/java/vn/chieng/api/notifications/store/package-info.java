/** The tables of notices and deliveries. */
@NullMarked
package vn.chieng.api.notifications.store;

import org.jspecify.annotations.NullMarked;
