package vn.chieng.sigma.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/** The bytes hold something else than one JSON object. */
final class NoJsonObject extends StreamReadException {
    NoJsonObject(JsonParser parser) {
        super(parser, "not one JSON object");
    }

    NoJsonObject(String found, int at) {
        super("not one JSON object: " + found + " at byte " + at);
    }
}
