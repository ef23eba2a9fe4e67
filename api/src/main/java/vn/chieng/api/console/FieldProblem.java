package vn.chieng.api.console;

/** What is wrong with one field of a form, in words; {@code field} is the id of the input it links to. */
public record FieldProblem(String field, String text) {}
