/** The demo scene: office traffic of a province and three attacks, played through the real listeners. */
@NullMarked
package vn.chieng.standalone.demo;

import org.jspecify.annotations.NullMarked;
