/** Incidents: signals become records that people work on, in REST and in the console. */
@NullMarked
package vn.chieng.api.incidents;

import org.jspecify.annotations.NullMarked;
