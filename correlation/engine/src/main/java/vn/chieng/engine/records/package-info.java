/** What the engine's records are made of: their JSON and their derived ids. */
@NullMarked
package vn.chieng.engine.records;

import org.jspecify.annotations.NullMarked;
