/** Systems read from tables: compared first, shown, then written. */
@NullMarked
package vn.chieng.api.systems.imports;

import org.jspecify.annotations.NullMarked;
