/** The closed language in which packs say when a rule applies, and its evaluation over facts of which some may be missing. */
@NullMarked
@NamedInterface("conditions")
package vn.chieng.api.law.conditions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
