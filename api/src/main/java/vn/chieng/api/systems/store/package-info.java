/** Systems in PostgreSQL. */
@NullMarked
package vn.chieng.api.systems.store;

import org.jspecify.annotations.NullMarked;
