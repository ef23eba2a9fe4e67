package vn.chieng.intake.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers as bytes. */
final class HttpAnswers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private HttpAnswers() {}

    static FullHttpResponse accepted(BatchCheck.Outcome.Checked batch) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (BatchCheck.LineError error : batch.errors()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("line", error.line());
            each.put("reason", error.reason());
            errors.add(each);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accepted", batch.good());
        body.put("errors", errors);
        if (batch.wrong() > errors.size()) {
            body.put("errorsNotListed", batch.wrong() - errors.size());
        }
        return answer(HttpResponseStatus.OK, "application/json", JSON.writeValueAsString(body));
    }

    static FullHttpResponse page(StatusPages.Page page) {
        return answer(HttpResponseStatus.valueOf(page.status()), page.contentType(), page.body());
    }

    static FullHttpResponse problem(ProblemType problem, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:chieng:problem:" + problem.slug());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", detail);
        FullHttpResponse response = answer(
                HttpResponseStatus.valueOf(problem.status()),
                "application/problem+json",
                JSON.writeValueAsString(body));
        switch (problem) {
            case BAD_KEY -> response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "ApiKey");
            case NOT_ACCEPTING -> response.headers().set(HttpHeaderNames.RETRY_AFTER, HttpLimits.RETRY_AFTER_SECONDS);
            case TOO_MANY_BAD_KEYS -> response.headers().set(HttpHeaderNames.RETRY_AFTER, BadKeys.WINDOW.toSeconds());
            case BAD_REQUEST,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    REQUEST_TIMEOUT,
                    BODY_TOO_LARGE,
                    UNSUPPORTED_BODY,
                    KEY_REUSED -> {}
        }
        return response;
    }

    private static FullHttpResponse answer(HttpResponseStatus status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(bytes));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                .set(HttpHeaderNames.CONTENT_LENGTH, bytes.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        return response;
    }
}
