/** What the log says of one object, as a page of that object and as a table. */
@NamedInterface("history")
@NullMarked
package vn.chieng.api.audit.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
