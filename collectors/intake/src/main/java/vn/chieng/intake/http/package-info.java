/** NDJSON over HTTP, and the health and metrics of this process. */
@NullMarked
package vn.chieng.intake.http;

import org.jspecify.annotations.NullMarked;
