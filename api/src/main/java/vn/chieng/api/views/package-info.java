/** Lists that people come back to: filters, sort and columns under a name, for oneself or one's unit. */
@NullMarked
package vn.chieng.api.views;

import org.jspecify.annotations.NullMarked;
