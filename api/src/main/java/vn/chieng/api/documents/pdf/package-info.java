/** Documents as PDF/A-2a with PDF/UA-1. */
@NullMarked
@NamedInterface("pdf")
package vn.chieng.api.documents.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
