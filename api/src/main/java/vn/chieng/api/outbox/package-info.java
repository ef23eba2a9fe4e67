/** What other processes need of PostgreSQL's state: written with the change, sent to Kafka after it. */
@NullMarked
package vn.chieng.api.outbox;

import org.jspecify.annotations.NullMarked;
