package vn.chieng.intake.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.chieng.intake.frame.ConnectionLimit;
import vn.chieng.intake.frame.FrameCounters;
import vn.chieng.intake.frame.Transport;
import vn.chieng.intake.sources.SourceTable;
import vn.chieng.intake.spool.Spool;

/** The socket that takes NDJSON batches and shows health and metrics. */
public final class HttpListener implements AutoCloseable {
    private static final int READ_BYTES = 32 << 10;
    private static final int WORKERS = 2;
    /** Batches that wait for a worker; more are told to come again. */
    private static final int MAX_WAITING_BATCHES = 64;

    private final HttpServices services;
    private final ConnectionLimit connections;
    private final ThreadPoolExecutor workers;
    private final Channel channel;

    /** Binds; fails if the address is taken. */
    public HttpListener(
            EventLoopGroup group,
            InetSocketAddress address,
            HttpLimits limits,
            Supplier<SourceTable> sources,
            Spool spool,
            RecentBatches recent,
            FrameCounters counters,
            StatusPages pages,
            Clock clock) {
        this.connections = new ConnectionLimit(limits.maxConnections(), limits.maxConnectionsPerSource());
        this.workers = new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING_BATCHES),
                Thread.ofPlatform().daemon().name("http-batch-", 0).factory());
        this.services = new HttpServices(
                new RequestGate(sources, spool, pages, limits, new BadKeys(clock)),
                new BatchIntake(spool, recent, counters, clock, limits),
                workers,
                new BodyMemory(limits.bodyMemory()),
                counters,
                limits);
        this.channel = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 256)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .childHandler(new Initializer())
                .bind(address)
                .syncUninterruptibly()
                .channel();
    }

    private final class Initializer extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel child) {
            InetAddress peer = child.remoteAddress().getAddress();
            child.pipeline()
                    .addLast(new Door(peer))
                    .addLast(new IdleStateHandler(
                            services.limits().idleTimeout().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                    .addLast(new HttpServerCodec())
                    .addLast(new FlowControlHandler())
                    .addLast(new HttpHandler(services, peer));
        }
    }

    /** Closes connections that are too many. */
    private final class Door extends ChannelInboundHandlerAdapter {
        private final InetAddress peer;
        private boolean entered;

        Door(InetAddress peer) {
            this.peer = peer;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // a channel that fails to close is closed anyway
        @Override
        public void channelActive(ChannelHandlerContext context) {
            var refused = connections.enter(peer);
            entered = refused.isEmpty();
            if (entered) {
                context.fireChannelActive();
            } else {
                services.counters().refused(Transport.HTTP, refused.get());
                context.close();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (entered) {
                connections.leave(peer);
                context.fireChannelInactive();
            }
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Open connections. */
    public int connections() {
        return connections.open();
    }

    /** Bytes of bodies held now. */
    public long heldBodyBytes() {
        return services.memory().held();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(services.limits().acceptTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
