/** The bodies of the province as a tree: kinds, codes, predecessors, contacts; whose subtree a scope is. */
@NullMarked
package vn.chieng.api.organizations;

import org.jspecify.annotations.NullMarked;
