package vn.chieng.api.overview;

/** A part of a whole. */
public record Share(long part, long whole) {

    /** Between 0 and 1; nothing of nothing is nothing. */
    public double ratio() {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
