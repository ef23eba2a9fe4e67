/** Sign-in through an identity provider. */
@NullMarked
package vn.chieng.api.signin.oidc;

import org.jspecify.annotations.NullMarked;
