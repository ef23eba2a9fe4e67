/** Syslog over UDP and TCP: listening, framing, and the brake on the sender. */
@NullMarked
package vn.chieng.intake.syslog;

import org.jspecify.annotations.NullMarked;
