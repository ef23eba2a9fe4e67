/** The evidence locker in PostgreSQL: files with their hash and chain of custody, holds and freeze requests. */
@NullMarked
package vn.chieng.api.evidence.store;

import org.jspecify.annotations.NullMarked;
