/** What engines count of rules. */
@NullMarked
package vn.chieng.api.rules.activity;

import org.jspecify.annotations.NullMarked;
