/** The register of organisations as CSV files: export, and import with a preview of what would change. */
@NullMarked
package vn.chieng.api.organizations.transfer;

import org.jspecify.annotations.NullMarked;
