package vn.chieng.intake.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.chieng.intake.sources.Source;
import vn.chieng.intake.sources.SourceTable;
import vn.chieng.intake.spool.Spool;

/** Judges a request by its head, before any of its body is read. */
final class RequestGate {
    static final String EVENTS_PATH = "/v1/events";

    private static final String API_KEY_SCHEME = "apikey ";
    private static final Set<String> BODY_TYPES =
            Set.of("", "application/x-ndjson", "application/ndjson", "application/jsonl", "application/json");

    private final Supplier<SourceTable> sources;
    private final Spool spool;
    private final StatusPages pages;
    private final HttpLimits limits;
    private final BadKeys badKeys;

    /** What to do with a request. */
    sealed interface Verdict {
        record Show(StatusPages.Page page) implements Verdict {}

        record Refuse(ProblemType problem, String detail) implements Verdict {}

        record Read(Source source, boolean gzip, @Nullable String idempotencyKey) implements Verdict {}
    }

    RequestGate(Supplier<SourceTable> sources, Spool spool, StatusPages pages, HttpLimits limits, BadKeys badKeys) {
        this.sources = sources;
        this.spool = spool;
        this.pages = pages;
        this.limits = limits;
        this.badKeys = badKeys;
    }

    Verdict judge(HttpRequest request, InetAddress peer) {
        if (request.decoderResult().isFailure()) {
            return new Verdict.Refuse(ProblemType.BAD_REQUEST, "this is not HTTP/1.1, or its head is too long");
        }
        String path = path(request.uri());
        if (path.equals(EVENTS_PATH)) {
            return request.method().equals(HttpMethod.POST)
                    ? events(request.headers(), HttpUtil.getContentLength(request, 0L), peer)
                    : new Verdict.Refuse(ProblemType.METHOD_NOT_ALLOWED, EVENTS_PATH + " takes POST");
        }
        Optional<StatusPages.Page> page = pages.page(path);
        if (page.isEmpty()) {
            return new Verdict.Refuse(ProblemType.NOT_FOUND, "events go to " + EVENTS_PATH);
        }
        return request.method().equals(HttpMethod.GET)
                ? new Verdict.Show(page.get())
                : new Verdict.Refuse(ProblemType.METHOD_NOT_ALLOWED, "this address takes GET");
    }

    private Verdict events(HttpHeaders headers, long length, InetAddress peer) {
        if (badKeys.tooMany(peer)) {
            return new Verdict.Refuse(ProblemType.TOO_MANY_BAD_KEYS, "wait a minute");
        }
        Optional<Source> source = key(headers).flatMap(key -> sources.get().byApiKey(key));
        if (source.isEmpty()) {
            badKeys.add(peer);
            return new Verdict.Refuse(ProblemType.BAD_KEY, "send the header Authorization: ApiKey <key>");
        }
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE, "");
        String bareType = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!BODY_TYPES.contains(bareType)) {
            return new Verdict.Refuse(ProblemType.UNSUPPORTED_BODY, "send application/x-ndjson");
        }
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
        if (!gzip && !encoding.equals("identity")) {
            return new Verdict.Refuse(ProblemType.UNSUPPORTED_BODY, "of encodings only gzip is taken");
        }
        if (length > limits.maxBody()) {
            return new Verdict.Refuse(ProblemType.BODY_TOO_LARGE, "at most " + limits.maxBody() + " bytes are taken");
        }
        String idempotencyKey = headers.get("Idempotency-Key");
        if (idempotencyKey != null
                && (idempotencyKey.isBlank() || idempotencyKey.length() > HttpLimits.MAX_IDEMPOTENCY_KEY)) {
            return new Verdict.Refuse(
                    ProblemType.BAD_REQUEST,
                    "Idempotency-Key has 1 to " + HttpLimits.MAX_IDEMPOTENCY_KEY + " characters");
        }
        if (spool.level() == Spool.Level.ABOVE_HIGH_MARK) {
            return new Verdict.Refuse(ProblemType.NOT_ACCEPTING, "the spool is full");
        }
        return new Verdict.Read(source.get(), gzip, idempotencyKey);
    }

    private static String path(String uri) {
        try {
            return new QueryStringDecoder(uri).path();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Optional<String> key(HttpHeaders headers) {
        String own = headers.get("X-API-Key");
        if (own != null) {
            return Optional.of(own.strip());
        }
        String authorization = headers.get(HttpHeaderNames.AUTHORIZATION, "");
        return authorization.toLowerCase(Locale.ROOT).startsWith(API_KEY_SCHEME)
                ? Optional.of(authorization.substring(API_KEY_SCHEME.length()).strip())
                : Optional.empty();
    }
}
