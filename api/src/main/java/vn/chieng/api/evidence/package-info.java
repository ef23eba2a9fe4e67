/** The evidence locker: files with their hash and chain of custody, holds and freeze requests. */
@NullMarked
package vn.chieng.api.evidence;

import org.jspecify.annotations.NullMarked;
