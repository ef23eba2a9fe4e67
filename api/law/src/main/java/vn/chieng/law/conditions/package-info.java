/** The closed language in which packs say when a rule applies, and its evaluation over facts of which some may be missing. */
@NullMarked
package vn.chieng.law.conditions;

import org.jspecify.annotations.NullMarked;
