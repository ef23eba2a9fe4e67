/** Syslog as RFC 5424 defines it, and as devices have written it since before RFC 3164. */
@NullMarked
package vn.chieng.codecs.syslog;

import org.jspecify.annotations.NullMarked;
