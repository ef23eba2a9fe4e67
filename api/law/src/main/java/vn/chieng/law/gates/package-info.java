/** Gates: what a pack demands before a dossier or system may move on, and which demands are not met. */
@NullMarked
package vn.chieng.law.gates;

import org.jspecify.annotations.NullMarked;
