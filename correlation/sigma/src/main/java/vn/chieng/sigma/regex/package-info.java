/** What can be said of a regular expression before its engine is asked: never too little, so that nothing is missed. */
@NullMarked
package vn.chieng.sigma.regex;

import org.jspecify.annotations.NullMarked;
