/** What stored events show of log sources and fields, and which rules have never had what they need. */
@NullMarked
package vn.chieng.api.rules.observed;

import org.jspecify.annotations.NullMarked;
