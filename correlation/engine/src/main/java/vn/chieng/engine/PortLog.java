package vn.chieng.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in one line at which port the process answers. */
@Component
class PortLog {
    private static final Logger LOG = LoggerFactory.getLogger(PortLog.class);

    @EventListener
    void started(WebServerInitializedEvent event) {
        LOG.atInfo().addKeyValue("server.port", event.getWebServer().getPort()).log("engine listens");
    }
}
