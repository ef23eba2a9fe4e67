/** People: accounts, the roles they hold in organisations, delegation; what somebody may do now. */
@NullMarked
package vn.chieng.api.identity;

import org.jspecify.annotations.NullMarked;
