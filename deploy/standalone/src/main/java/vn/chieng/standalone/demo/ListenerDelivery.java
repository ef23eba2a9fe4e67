package vn.chieng.standalone.demo;

/** Delivers to the syslog and HTTP listeners of a running intake. */
final class ListenerDelivery implements Delivery {

    private final SyslogUdpSender udp;
    private final SyslogTcpSender tcp;
    private final HttpSender http;

    ListenerDelivery(SyslogUdpSender udp, SyslogTcpSender tcp, HttpSender http) {
        this.udp = udp;
        this.tcp = tcp;
        this.http = http;
    }

    @Override
    public boolean deliver(Organization from, Template template, String line) throws InterruptedException {
        return switch (template) {
            case Template.Document _ -> http.send(from, line);
            case Template.SyslogLine syslog ->
                switch (syslog.transport()) {
                    case UDP -> udp.send(from, line);
                    case TCP -> tcp.send(from, line);
                };
        };
    }

    @Override
    public void close() {
        udp.close();
        tcp.close();
        http.close();
    }
}
