/** What a dossier holds: its sections as the pack lists them, their content, merging of two hands, and what is still missing. */
@NullMarked
package vn.chieng.api.dossiers.content;

import org.jspecify.annotations.NullMarked;
