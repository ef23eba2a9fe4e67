/** How people and programs prove who they are: passwords, tokens, sessions; and the role a session acts in. */
@NullMarked
package vn.chieng.api.signin;

import org.jspecify.annotations.NullMarked;
