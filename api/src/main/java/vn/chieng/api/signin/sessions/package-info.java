/** Sessions: who is signed in where, until when, and how a session ends. */
@NullMarked
package vn.chieng.api.signin.sessions;

import org.jspecify.annotations.NullMarked;
