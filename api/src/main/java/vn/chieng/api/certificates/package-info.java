/** The TLS certificate of the console. */
@NullMarked
package vn.chieng.api.certificates;

import org.jspecify.annotations.NullMarked;
