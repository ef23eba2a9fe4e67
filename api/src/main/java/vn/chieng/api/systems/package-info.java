/** The register of information systems: who answers for each, what its level rests on, whether it may operate, and what is due. */
@NullMarked
package vn.chieng.api.systems;

import org.jspecify.annotations.NullMarked;
