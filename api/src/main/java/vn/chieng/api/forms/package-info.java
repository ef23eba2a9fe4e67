/** The papers of a law pack: what a form needs to know, the document it becomes, and what is still missing. Pure. */
@NullMarked
package vn.chieng.api.forms;

import org.jspecify.annotations.NullMarked;
