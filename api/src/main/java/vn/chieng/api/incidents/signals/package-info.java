/** What correlation sends, until it is an incident or a dead letter. */
@NullMarked
package vn.chieng.api.incidents.signals;

import org.jspecify.annotations.NullMarked;
