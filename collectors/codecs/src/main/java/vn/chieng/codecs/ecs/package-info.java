/** JSON that already speaks ECS, taken as it is but for the fields that are ours to set. */
@NullMarked
package vn.chieng.codecs.ecs;

import org.jspecify.annotations.NullMarked;
