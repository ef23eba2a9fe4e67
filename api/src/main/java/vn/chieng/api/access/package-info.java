/** Who is calling, what they may do and which organisations' records they may touch; every endpoint states it by {@link vn.chieng.api.access.Allowed}. */
@NullMarked
package vn.chieng.api.access;

import org.jspecify.annotations.NullMarked;
