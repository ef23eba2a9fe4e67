package vn.chieng.intake.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.intake.frame.FrameCounters.Reason;
import vn.chieng.intake.frame.Transport;

/** One HTTP connection, one request at a time: judge the head, collect the body, answer when the disk has it. */
final class HttpHandler extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger LOG = LoggerFactory.getLogger(HttpHandler.class);

    private final HttpServices services;
    private final InetAddress peer;
    private State state = State.READY;
    private boolean keepAlive;
    private boolean requestEnded;
    private boolean answered;
    private long discarded;
    private RequestGate.Verdict.@Nullable Read reading;
    private @Nullable Body body;
    private @Nullable Future<?> deadline;
    /** Counts requests, so that a late answer does not hit the next one. */
    private long request;

    private enum State {
        READY,
        READING,
        WORKING,
        /** Refused: the rest of the request is thrown away, so that the sender reads the answer before the end. */
        DISCARDING
    }

    HttpHandler(HttpServices services, InetAddress peer) {
        this.services = services;
        this.peer = peer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpRequest head && state == State.READY) {
            begin(context, head);
        }
        if (part instanceof HttpContent content) {
            requestEnded |= content instanceof LastHttpContent;
            switch (state) {
                case READING -> read(context, content);
                case DISCARDING -> discard(context, content);
                case READY, WORKING -> {}
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a channel that fails to close or write is closed anyway
    private void begin(ChannelHandlerContext context, HttpRequest head) {
        request++;
        answered = false;
        requestEnded = head.decoderResult().isFailure();
        keepAlive = HttpUtil.isKeepAlive(head);
        switch (services.gate().judge(head, peer)) {
            case RequestGate.Verdict.Show(StatusPages.Page page) -> answer(context, HttpAnswers.page(page));
            case RequestGate.Verdict.Refuse(ProblemType problem, String detail) -> {
                if (problem == ProblemType.BAD_KEY) {
                    state = State.DISCARDING;
                    within(context, BadKeys.DELAY, () -> refuse(context, problem, detail));
                } else {
                    refuse(context, problem, detail);
                }
            }
            case RequestGate.Verdict.Read read -> {
                state = State.READING;
                reading = read;
                body = new Body(read.gzip());
                within(
                        context,
                        services.limits().requestTimeout(),
                        () -> refuse(context, ProblemType.REQUEST_TIMEOUT, "send smaller bodies"));
                if (HttpUtil.is100ContinueExpected(head)) {
                    context.writeAndFlush(
                            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
                }
            }
        }
    }

    private void read(ChannelHandlerContext context, HttpContent content) {
        Body collected = body;
        if (collected == null) {
            return;
        }
        int length = content.content().readableBytes();
        int maxBody = services.limits().maxBody();
        if (content.decoderResult().isFailure()) {
            requestEnded = true;
            refuse(context, ProblemType.BAD_REQUEST, "the body's chunks cannot be read");
        } else if (collected.size() + length > maxBody) {
            refuse(context, ProblemType.BODY_TOO_LARGE, "at most " + maxBody + " bytes are taken");
        } else if (!services.memory().take(length)) {
            refuse(context, ProblemType.NOT_ACCEPTING, "too many bodies at once");
        } else {
            collected.add(ByteBufUtil.getBytes(content.content()));
            if (requestEnded) {
                work(context, collected);
            }
        }
    }

    private void work(ChannelHandlerContext context, Body collected) {
        RequestGate.Verdict.Read read = reading;
        if (read == null) {
            return;
        }
        state = State.WORKING;
        body = null;
        context.channel().config().setAutoRead(false);
        long mine = request;
        within(
                context,
                services.limits().acceptTimeout().multipliedBy(2),
                () -> refuse(context, ProblemType.NOT_ACCEPTING, "the disk is too slow, send it again"));
        BatchIntake.Request batch =
                new BatchIntake.Request(read.source(), peer.getHostAddress(), read.idempotencyKey(), collected);
        try {
            services.workers().execute(() -> {
                try {
                    services.batches()
                            .take(batch, answer -> context.executor().execute(() -> finish(context, answer, mine)));
                } finally {
                    services.memory().give(collected.size());
                }
            });
        } catch (RejectedExecutionException e) {
            services.memory().give(collected.size());
            refuse(context, ProblemType.NOT_ACCEPTING, "too many bodies at once");
        }
    }

    private void finish(ChannelHandlerContext context, BatchIntake.Answer answer, long mine) {
        if (state != State.WORKING || request != mine) {
            return;
        }
        switch (answer) {
            case BatchIntake.Answer.Accepted(BatchCheck.Outcome.Checked batch) ->
                answer(context, HttpAnswers.accepted(batch));
            case BatchIntake.Answer.Refused(ProblemType problem, String detail) -> refuse(context, problem, detail);
        }
        if (state == State.READY) {
            context.channel().config().setAutoRead(true);
        }
    }

    private void refuse(ChannelHandlerContext context, ProblemType problem, String detail) {
        services.counters().refused(Transport.HTTP, reason(problem));
        keepAlive = false;
        answer(context, HttpAnswers.problem(problem, detail));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a channel that fails to close or write is closed anyway
    private void answer(ChannelHandlerContext context, FullHttpResponse response) {
        forget();
        answered = true;
        response.headers()
                .set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        ChannelFuture written = context.writeAndFlush(response);
        if (keepAlive) {
            state = State.READY;
        } else if (requestEnded) {
            state = State.DISCARDING;
            written.addListener(ChannelFutureListener.CLOSE);
        } else {
            state = State.DISCARDING;
            within(context, HttpLimits.LINGER, context::close);
        }
    }

    private void discard(ChannelHandlerContext context, HttpContent content) {
        discarded += content.content().readableBytes();
        if (discarded > HttpLimits.MAX_DISCARDED || (requestEnded && answered)) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void within(ChannelHandlerContext context, Duration time, Runnable otherwise) {
        cancelDeadline();
        deadline = context.executor().schedule(otherwise, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void forget() {
        cancelDeadline();
        if (body != null) {
            services.memory().give(body.size());
            body = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (state == State.READING) {
            services.counters().refused(Transport.HTTP, Reason.INCOMPLETE);
        }
        forget();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a channel that fails to close or write is closed anyway
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && state != State.WORKING) {
            services.counters().refused(Transport.HTTP, Reason.IDLE);
            context.close();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a channel that fails to close or write is closed anyway
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.atWarn()
                    .addKeyValue("source.ip", peer.getHostAddress())
                    .setCause(cause)
                    .log("http connection failed");
        }
        context.close();
    }

    private static Reason reason(ProblemType problem) {
        return switch (problem) {
            case BAD_KEY -> Reason.BAD_KEY;
            case TOO_MANY_BAD_KEYS -> Reason.TOO_MANY_BAD_KEYS;
            case BODY_TOO_LARGE -> Reason.BODY_TOO_LARGE;
            case NOT_ACCEPTING -> Reason.SPOOL_FULL;
            case REQUEST_TIMEOUT -> Reason.IDLE;
            case BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, UNSUPPORTED_BODY, KEY_REUSED -> Reason.BAD_REQUEST;
        };
    }
}
