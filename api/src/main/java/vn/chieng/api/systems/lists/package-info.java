/** Lists of systems: with filters on a page, as files, in JSON, and the page of each. */
@NullMarked
package vn.chieng.api.systems.lists;

import org.jspecify.annotations.NullMarked;
