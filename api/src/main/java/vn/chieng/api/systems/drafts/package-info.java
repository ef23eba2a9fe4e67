/** The guided form, one page a step, kept as a draft until the system is registered. */
@NullMarked
package vn.chieng.api.systems.drafts;

import org.jspecify.annotations.NullMarked;
