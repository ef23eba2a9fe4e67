package vn.chieng.api.audit.chain;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.chieng.api.console.RequestIds;

/** Reads where the request that is being served comes from. */
final class RequestOrigin {
    private RequestOrigin() {}

    /** That of the current thread's request, if it serves one. */
    static EntryDraft.Origin current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : EntryDraft.Origin.NONE;
    }

    /** No header is believed here: behind a proxy the web server replaces the remote address, where it trusts that proxy. */
    private static EntryDraft.Origin of(HttpServletRequest request) {
        @Nullable Object id = request.getAttribute(RequestIds.ATTRIBUTE);
        return new EntryDraft.Origin(
                request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT), id == null ? null : id.toString());
    }
}
