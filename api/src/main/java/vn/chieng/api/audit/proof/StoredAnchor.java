package vn.chieng.api.audit.proof;

import java.time.LocalDate;

/**
 * An anchor as it is stored.
 *
 * @param line what was signed
 * @param signature in Base64
 * @param last number of the day's last entry
 */
public record StoredAnchor(LocalDate day, String line, String signature, String keyId, long last) {

    /** How it stands in an export, and in what is sent elsewhere. */
    public String signedLine() {
        return "{\"anchor\":" + line + ",\"signature\":\"" + signature + "\"}";
    }
}
