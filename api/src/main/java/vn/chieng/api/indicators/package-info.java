/** Indicators of attack: list, import, withdrawal and expiry; published to the engine through the outbox. */
@NullMarked
package vn.chieng.api.indicators;

import org.jspecify.annotations.NullMarked;
