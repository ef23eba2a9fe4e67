/** What logs are held of which body: how many sources, what they sent last, and how far back the logs reach. */
@NullMarked
package vn.chieng.api.logs;

import org.jspecify.annotations.NullMarked;
