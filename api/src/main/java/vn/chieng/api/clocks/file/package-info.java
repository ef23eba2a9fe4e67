/** The clocks of one incident as values: what each change makes of them, without time, law text or database. */
@NullMarked
@NamedInterface("file")
package vn.chieng.api.clocks.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
