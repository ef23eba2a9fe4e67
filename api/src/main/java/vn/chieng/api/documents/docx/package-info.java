/** Documents as files of Word. */
@NullMarked
@NamedInterface("docx")
package vn.chieng.api.documents.docx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
