/** The messages of Linux programs that say who signed in, from where and as whom, and who may from now on. */
@NullMarked
package vn.chieng.codecs.linux;

import org.jspecify.annotations.NullMarked;
