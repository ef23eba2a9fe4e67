/** The law packs and the calendar that this installation works by: shown, edited with a second approval, loaded while the process runs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "audit", "console", "problems", "query", "spreadsheets", "vietnamese"})
package vn.chieng.api.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
