/**
 * What travels between the processes: the ECS event, its field names, topics, record headers, detections and signals.
 */
@NullMarked
package vn.chieng.event;

import org.jspecify.annotations.NullMarked;
