/** Documents as a tree of XHTML: the source of the PDF and of the preview. */
@NullMarked
@NamedInterface("html")
package vn.chieng.api.documents.html;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
