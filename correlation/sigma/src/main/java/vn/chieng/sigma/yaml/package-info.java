/** YAML documents whose nodes know their place, and what is wrong with them. */
@NullMarked
package vn.chieng.sigma.yaml;

import org.jspecify.annotations.NullMarked;
