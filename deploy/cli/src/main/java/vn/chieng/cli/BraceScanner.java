package vn.chieng.cli;

/** Finds the end of one JSON object in text that comes line by line, without building anything. */
final class BraceScanner {
    private int depth;
    private boolean inText;
    private boolean escaped;
    private int lastSolid;
    private String problem = "";

    /** Index behind the closing brace if the object ends on this line, else -1. */
    int scan(byte[] line) {
        if (lastSolid != 0 && line.length > 0 && line[0] == '{' && !mayPrecedeObject()) {
            problem = "the object does not end before the next one begins";
            return -1;
        }
        for (int index = 0; index < line.length; index++) {
            byte next = line[index];
            if (inText) {
                insideText(next);
            } else if (next == '"') {
                inText = true;
                lastSolid = next;
            } else if (next == '{') {
                depth++;
                lastSolid = next;
            } else if (next == '}') {
                depth--;
                lastSolid = next;
                if (depth == 0) {
                    return index + 1;
                }
            } else if (next != ' ' && next != '\t' && next != '\r') {
                lastSolid = next;
            }
        }
        if (inText) {
            problem = "a text goes over the end of the line";
        }
        return -1;
    }

    boolean isBroken() {
        return !problem.isEmpty();
    }

    String problem() {
        return problem;
    }

    private boolean mayPrecedeObject() {
        return lastSolid == '[' || lastSolid == ',' || lastSolid == ':';
    }

    private void insideText(byte next) {
        if (escaped) {
            escaped = false;
        } else if (next == '\\') {
            escaped = true;
        } else if (next == '"') {
            inText = false;
        }
    }
}
