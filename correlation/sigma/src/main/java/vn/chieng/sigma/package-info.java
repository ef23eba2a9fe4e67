/** Sigma rules: text, tree, checks, predicate; matched against ECS events. */
@NullMarked
package vn.chieng.sigma;

import org.jspecify.annotations.NullMarked;
