package vn.chieng.intake.syslog;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chieng.intake.frame.Fault;
import vn.chieng.intake.frame.FrameCounters.Reason;
import vn.chieng.intake.frame.Transport;
import vn.chieng.intake.spool.Spool;

/** Each datagram is a frame. Nothing can slow its sender: what the spool cannot take is counted as dropped. */
@ChannelHandler.Sharable
final class SyslogUdpHandler extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final Logger LOG = LoggerFactory.getLogger(SyslogUdpHandler.class);

    private final SyslogReceiver receiver;
    private final int maxFrame;

    SyslogUdpHandler(SyslogReceiver receiver, int maxFrame) {
        this.receiver = receiver;
        this.maxFrame = maxFrame;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
        if (receiver.spool().level() == Spool.Level.ABOVE_HIGH_MARK) {
            receiver.counters().received(Transport.UDP);
            receiver.counters().dropped(Transport.UDP, Reason.SPOOL_FULL);
            return;
        }
        InetAddress address = datagram.sender().getAddress();
        receiver.receive(cut(datagram.content()), address, address.getHostAddress(), Transport.UDP);
    }

    private CutFrame cut(ByteBuf content) {
        int length = content.readableBytes();
        while (length > 0 && isEnd(content.getByte(content.readerIndex() + length - 1))) {
            length--;
        }
        byte[] bytes = ByteBufUtil.getBytes(content, content.readerIndex(), Math.min(length, maxFrame));
        Fault fault = length <= maxFrame
                ? null
                : new Fault(
                        Fault.FRAME_TOO_LONG,
                        "the frame has " + length + " bytes, only the first " + maxFrame + " are kept");
        return new CutFrame(bytes, fault);
    }

    private static boolean isEnd(byte value) {
        return value == '\n' || value == '\r' || value == 0;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.atWarn().setCause(cause).log("datagram could not be received");
    }
}
