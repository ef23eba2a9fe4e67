/** Sigma strings: escapes, wildcards, case, and matching without regular expressions. */
@NullMarked
package vn.chieng.sigma.text;

import org.jspecify.annotations.NullMarked;
