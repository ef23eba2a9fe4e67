/** The log as people read it: pages, REST, exports, the file that can be checked elsewhere. */
@NullMarked
package vn.chieng.api.audit.log;

import org.jspecify.annotations.NullMarked;
