/** What every page of the console shares: layout, words, times, harmless text, headers and personal preferences. */
@NullMarked
package vn.chieng.api.console;

import org.jspecify.annotations.NullMarked;
