/** What a system is and what was answered about it: rules, forms, changes. */
@NullMarked
package vn.chieng.api.systems.cards;

import org.jspecify.annotations.NullMarked;
