/** The rules that ship with the product; each is proven by events that it must and must not match. */
@NullMarked
package vn.chieng.content;

import org.jspecify.annotations.NullMarked;
