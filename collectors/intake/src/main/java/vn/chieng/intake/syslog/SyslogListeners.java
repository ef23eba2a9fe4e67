package vn.chieng.intake.syslog;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.chieng.intake.frame.ConnectionLimit;
import vn.chieng.intake.frame.FrameCounters;
import vn.chieng.intake.sources.SourceTable;
import vn.chieng.intake.spool.Spool;

/** The two sockets that take syslog. */
public final class SyslogListeners implements AutoCloseable {
    /** What one read takes at most; bounds what arrives after the brake is on. */
    private static final int READ_BYTES = 32 << 10;

    private static final int LARGEST_DATAGRAM = 65_535;
    private static final int UDP_RECEIVE_BUFFER = 8 << 20;

    private final EventLoopGroup group;
    private final SyslogLimits limits;
    private final SyslogReceiver receiver;
    private final ConnectionLimit connections;
    private final Channel tcp;
    private final Channel udp;

    /** Binds both; fails if an address is taken. */
    public SyslogListeners(
            EventLoopGroup group,
            InetSocketAddress tcpAddress,
            InetSocketAddress udpAddress,
            SyslogLimits limits,
            Supplier<SourceTable> sources,
            Spool spool,
            FrameCounters counters,
            Clock clock) {
        this.group = group;
        this.limits = limits;
        this.receiver = new SyslogReceiver(sources, spool, counters, clock, limits.refuseUnregistered());
        this.connections = new ConnectionLimit(limits.maxConnections(), limits.maxConnectionsPerSource());
        this.tcp = bindTcp(tcpAddress);
        this.udp = bindUdp(udpAddress);
    }

    private Channel bindTcp(InetSocketAddress address) {
        return new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 256)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new IdleStateHandler(
                                        limits.idleTimeout().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                                .addLast(new SyslogFrameDecoder(limits.maxFrame(), limits.maxSkipped()))
                                .addLast(new SyslogTcpHandler(receiver, connections, channel.remoteAddress()));
                    }
                })
                .bind(address)
                .syncUninterruptibly()
                .channel();
    }

    private Channel bindUdp(InetSocketAddress address) {
        return new Bootstrap()
                .group(group)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, UDP_RECEIVE_BUFFER)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
                .handler(new SyslogUdpHandler(receiver, limits.maxFrame()))
                .bind(address)
                .syncUninterruptibly()
                .channel();
    }

    public InetSocketAddress tcpAddress() {
        return (InetSocketAddress) tcp.localAddress();
    }

    public InetSocketAddress udpAddress() {
        return (InetSocketAddress) udp.localAddress();
    }

    /** Open TCP connections. */
    public int connections() {
        return connections.open();
    }

    @Override
    public void close() {
        tcp.close().syncUninterruptibly();
        udp.close().syncUninterruptibly();
    }
}
