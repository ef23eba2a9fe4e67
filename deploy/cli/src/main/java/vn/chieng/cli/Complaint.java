package vn.chieng.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Says in a line what is wrong with a file. */
final class Complaint {
    private Complaint() {}

    /** Names the file, and the reason where the system gives one. */
    static String about(IOException problem) {
        return switch (problem) {
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case AccessDeniedException denied -> "the file " + denied.getFile() + " may not be read";
            case FileNotFoundException missing -> "there is no file " + missing.getMessage();
            case ZipException broken -> "a packed file is broken: " + broken.getMessage();
            default -> problem.getMessage() == null ? problem.toString() : problem.getMessage();
        };
    }

    /** Where a document of a file breaks, and why. */
    static String about(EventFiles.Piece.Broken broken) {
        return broken.file() + ":" + broken.brokenLine() + ":" + broken.column() + " " + broken.problem();
    }
}
