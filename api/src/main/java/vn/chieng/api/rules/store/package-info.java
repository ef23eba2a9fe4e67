/** Rules' tables; no other feature may name it. */
@NullMarked
package vn.chieng.api.rules.store;

import org.jspecify.annotations.NullMarked;
