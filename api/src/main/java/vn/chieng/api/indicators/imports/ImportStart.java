package vn.chieng.api.indicators.imports;

/** What became of a file that was sent. */
sealed interface ImportStart {

    record Started(IndicatorImport job) implements ImportStart {}

    record Refused(Reason reason) implements ImportStart {}

    /** Why a file is not taken; the names in lower case end bundle keys. */
    enum Reason {
        MISSING,
        TOO_LARGE,
        NO_HEADER,
        BUSY
    }
}
