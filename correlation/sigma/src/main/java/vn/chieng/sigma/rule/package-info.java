/** Rules: from YAML to checked trees. */
@NullMarked
package vn.chieng.sigma.rule;

import org.jspecify.annotations.NullMarked;
