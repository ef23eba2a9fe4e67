package vn.chieng.api.console;

/**
 * An address that takes files; nowhere else are they taken.
 *
 * @param pattern a path as in mappings: {@code /systems/imports}, {@code /dossiers/{id}/files}
 * @param mostBytes the largest file
 */
public record UploadPlace(String pattern, long mostBytes) {}
