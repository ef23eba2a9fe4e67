/** Addresses of systems and links between them, and who else is told of a system. */
@NullMarked
package vn.chieng.api.systems.belongings;

import org.jspecify.annotations.NullMarked;
