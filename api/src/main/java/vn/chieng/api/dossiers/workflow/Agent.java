package vn.chieng.api.dossiers.workflow;

import vn.chieng.api.access.Scope;
import vn.chieng.law.pack.Procedure;

/** Who makes a move: a person, on one side, for one body. */
public record Agent(long accountId, String name, String organizationId, Procedure.Side side, Scope scope) {}
