package vn.chieng.intake.syslog;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.intake.frame.ConnectionLimit;
import vn.chieng.intake.frame.FrameCounters.Reason;
import vn.chieng.intake.frame.Transport;
import vn.chieng.intake.spool.Spool;

/** One TCP sender: its frames go to the spool, and the spool's brake reaches it through the socket. */
final class SyslogTcpHandler extends SimpleChannelInboundHandler<CutFrame> {
    private static final Logger LOG = LoggerFactory.getLogger(SyslogTcpHandler.class);

    private final SyslogReceiver receiver;
    private final ConnectionLimit limit;
    private final InetAddress address;
    private final String peer;
    private boolean entered;

    SyslogTcpHandler(SyslogReceiver receiver, ConnectionLimit limit, InetSocketAddress remote) {
        this.receiver = receiver;
        this.limit = limit;
        this.address = remote.getAddress();
        this.peer = address.getHostAddress();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Optional<Reason> refused = limit.enter(address);
        entered = refused.isEmpty();
        if (refused.isEmpty() && receiver.source(address).isEmpty()) {
            refused = Optional.of(Reason.UNREGISTERED);
        }
        refused.ifPresent(reason -> refuse(context, reason));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (entered) {
            entered = false;
            limit.leave(address);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, CutFrame cut) {
        Spool.Level level = receiver.receive(cut, address, peer, Transport.TCP);
        if (level == Spool.Level.ABOVE_HIGH_MARK && context.channel().config().isAutoRead()) {
            pause(context.channel());
        }
    }

    private void pause(Channel channel) {
        channel.config().setAutoRead(false);
        receiver.spool()
                .onceDrained(
                        () -> channel.eventLoop().execute(() -> channel.config().setAutoRead(true)));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && context.channel().config().isAutoRead()) {
            refuse(context, Reason.IDLE);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a channel that fails to close or write is closed anyway
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException) {
            refuse(context, Reason.IMPLAUSIBLE_LENGTH);
            return;
        }
        if (!(cause instanceof IOException)) {
            LOG.atWarn().addKeyValue("source.ip", peer).setCause(cause).log("syslog connection failed");
        }
        context.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a channel that fails to close or write is closed anyway
    private void refuse(ChannelHandlerContext context, Reason reason) {
        receiver.counters().refused(Transport.TCP, reason);
        LOG.atDebug()
                .addKeyValue("source.ip", peer)
                .addKeyValue("event.reason", reason)
                .log("syslog connection closed");
        context.close();
    }
}
