/** The way of a dossier, decided from a pack's route and without I/O: states, moves, gates, who may act, and clocks. */
@NullMarked
package vn.chieng.api.dossiers.workflow;

import org.jspecify.annotations.NullMarked;
