/** The folder where this process keeps its few files: certificate, first password. */
@NullMarked
package vn.chieng.api.home;

import org.jspecify.annotations.NullMarked;
