/** Roles lent to others until a day, by whoever holds them. */
@NullMarked
package vn.chieng.api.identity.delegations;

import org.jspecify.annotations.NullMarked;
