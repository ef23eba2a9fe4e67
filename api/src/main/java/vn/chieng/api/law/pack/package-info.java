/** What a law pack holds: rules of eight themes, each with its citation, mark, status and dates. */
@NullMarked
@NamedInterface("pack")
package vn.chieng.api.law.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
