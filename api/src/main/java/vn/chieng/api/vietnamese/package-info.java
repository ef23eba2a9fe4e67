/** Vietnamese text: folded for search, names of people in their order. */
@NullMarked
package vn.chieng.api.vietnamese;

import org.jspecify.annotations.NullMarked;
