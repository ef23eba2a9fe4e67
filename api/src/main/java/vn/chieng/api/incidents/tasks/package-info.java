/** What is to be done about an incident, by whom, until when. */
@NullMarked
package vn.chieng.api.incidents.tasks;

import org.jspecify.annotations.NullMarked;
