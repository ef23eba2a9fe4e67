/** Reading of YAML data files into records, with the line and column of everything that is wrong. */
@NullMarked
package vn.chieng.law.reading;

import org.jspecify.annotations.NullMarked;
