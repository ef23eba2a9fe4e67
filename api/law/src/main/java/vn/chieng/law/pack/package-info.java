/** What a law pack holds: rules of eight themes, each with its citation, mark, status and dates. */
@NullMarked
package vn.chieng.law.pack;

import org.jspecify.annotations.NullMarked;
