/** Gates: what a pack demands before a dossier or system may move on, and which demands are not met. */
@NullMarked
@NamedInterface("gates")
package vn.chieng.api.law.gates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
