/** The law as data: packs of dated, cited rules, which pack applies when, and what changed between two versions. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chieng.api.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
