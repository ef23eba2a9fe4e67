/** Rule files and releases of rules: read, compared, previewed, accepted. */
@NullMarked
package vn.chieng.api.rules.imports;

import org.jspecify.annotations.NullMarked;
