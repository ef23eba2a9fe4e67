package vn.chieng.api.systems;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where keys of systems and drafts come from. */
@Component
class SystemIds {
    UUID next() {
        return UUID.randomUUID();
    }
}
