/** The law packs and the calendar that this installation works by. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chieng.api.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
