/** What the embedded servers' processes share: their folder's lock, and how they end. */
@NullMarked
package vn.chieng.testbed.host;

import org.jspecify.annotations.NullMarked;
