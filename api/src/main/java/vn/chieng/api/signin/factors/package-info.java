/** The second factor: one-time codes from a person's own device, and recovery codes for the day it is lost. */
@NullMarked
package vn.chieng.api.signin.factors;

import org.jspecify.annotations.NullMarked;
