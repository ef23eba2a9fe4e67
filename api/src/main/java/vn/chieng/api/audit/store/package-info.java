/** The audit log's tables; no other feature may name them. */
@NullMarked
package vn.chieng.api.audit.store;

import org.jspecify.annotations.NullMarked;
