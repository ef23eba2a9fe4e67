/** People, roles, permissions and scope: who may call what, and how they sign in. */
@NullMarked
package vn.chieng.api.identity;

import org.jspecify.annotations.NullMarked;
