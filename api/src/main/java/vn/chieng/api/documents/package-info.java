/** What a paper of an office consists of, checked, and how it is asked for as a file; depends on no other feature. */
@NullMarked
package vn.chieng.api.documents;

import org.jspecify.annotations.NullMarked;
