/** Identity's tables; no other feature may name it. */
@NullMarked
package vn.chieng.api.identity.store;

import org.jspecify.annotations.NullMarked;
