/** The law as data: packs of dated, cited rules, which pack applies when, and what changed between two versions. */
@NullMarked
package vn.chieng.law;

import org.jspecify.annotations.NullMarked;
