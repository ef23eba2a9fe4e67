/** Beginning, exception and end of operation, behind the gate that the pack asks for. */
@NullMarked
package vn.chieng.api.systems.operation;

import org.jspecify.annotations.NullMarked;
