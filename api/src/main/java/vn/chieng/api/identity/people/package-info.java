/** The pages, files and REST answers about people, their roles and their sessions. */
@NullMarked
package vn.chieng.api.identity.people;

import org.jspecify.annotations.NullMarked;
