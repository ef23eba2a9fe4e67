package vn.chieng.engine.detect;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Ecs;
import vn.chieng.event.Entity;
import vn.chieng.event.Event;

/** Whom an event is about: always a host, often a user, and a source where its address says something. */
final class EventEntities {
    /** Longer names are cut; no honest host or user is called so. */
    static final int MAX_NAME = 256;

    private EventEntities() {}

    static List<Entity> of(Event event, String organization) {
        List<Entity> entities = new ArrayList<>(3);
        entities.add(new Entity(Entity.Kind.HOST, organization + "/" + hostOrSource(event)));
        String user = name(event, Ecs.USER_NAME);
        if (user != null) {
            entities.add(new Entity(Entity.Kind.USER, organization + "/" + user));
        }
        String source = sourceIp(event);
        if (source != null && isTelling(source)) {
            entities.add(new Entity(Entity.Kind.SOURCE, source));
        }
        return entities;
    }

    static @Nullable String host(Event event) {
        String name = name(event, Ecs.HOST_NAME);
        return name != null ? name : name(event, Ecs.HOST_HOSTNAME);
    }

    /** An event that names no host is about the device that sent it. */
    private static String hostOrSource(Event event) {
        String host = host(event);
        String source = host != null ? host : name(event, Ecs.CHIENG_SOURCE_ID);
        return source != null ? source : "unknown";
    }

    /** A name that says something: neither empty nor the dash that stands for nothing; cut where it is too long. */
    static @Nullable String name(Event event, String field) {
        String text = event.text(field);
        if (text == null || text.isBlank() || text.equals("-")) {
            return null;
        }
        return text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME);
    }

    /** The source address in its one spelling, so that the same address is the same entity. */
    static @Nullable String sourceIp(Event event) {
        String text = name(event, Ecs.SOURCE_IP);
        if (text == null) {
            return null;
        }
        int zone = text.indexOf('%');
        try {
            return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone))
                    .getHostAddress();
        } catch (IllegalArgumentException e) {
            // Not an address: it is no entity, but the evidence shows it.
            return text;
        }
    }

    private static boolean isTelling(String source) {
        try {
            InetAddress address = InetAddress.ofLiteral(source);
            return !address.isLoopbackAddress() && !address.isAnyLocalAddress() && !address.isLinkLocalAddress();
        } catch (IllegalArgumentException e) {
            // A host name or noise in the place of an address.
            return false;
        }
    }
}
